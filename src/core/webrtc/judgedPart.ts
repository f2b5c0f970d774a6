const lineFeed = 10;
const carriageReturn = 13;

/** The longest descriptions of large conferences have some 10,000 lines and some hundred sections. */
export const mostLines = 20_000;
export const mostSections = 1_024;

/**
 * The beginning of a text as far as it is looked at, whole lines: a text of any length must not stop the page. Nearly
 * always the text itself.
 */
export function judgedPart(text: string): string {
  let lines = 0;
  let sections = 0;
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    if (code !== lineFeed && (code !== carriageReturn || text.charCodeAt(index + 1) === lineFeed)) continue;
    lines += 1;
    if (text.startsWith('m=', index + 1)) sections += 1;
    if (lines === mostLines || sections > mostSections) return text.slice(0, index + 1);
  }
  return text;
}
