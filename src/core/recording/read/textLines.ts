/**
 * Each line of a text without its end, its number from 1, and where it ends; until `visit` returns false. The lines are
 * not all held at once.
 */
export function forEachLine(
  text: string,
  visit: (line: string, number: number, end: number) => boolean,
): void {
  let start = 0;
  for (let number = 1; start < text.length; number += 1) {
    const found = text.indexOf('\n', start);
    const end = found < 0 ? text.length : found;
    const line = text.slice(start, text.charCodeAt(end - 1) === 13 ? end - 1 : end);
    if (!visit(line, number, end)) return;
    start = end + 1;
  }
}
