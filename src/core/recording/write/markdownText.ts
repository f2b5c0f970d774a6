import { shortened, visibleLine, visibleText } from './visibleText.ts';

/** A server may write a message as long as it likes. */
const mostOfLine = 2_000;

/** Foreign text as plain words of Markdown (CommonMark, GFM): no markup, no mention, no line break. */
export function words(text: string): string {
  return visibleLine(shortened(text, mostOfLine))
    .replace(/[\\`*[\]<>|~$]|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, String.raw`\$&`)
    .replace(/&(?=#?\w+;)/g, String.raw`\&`)
    .replace(/(?<![\w`])@(?=\w)/g, '@<!-- -->')
    .replace(/^[#+=-]/, String.raw`\$&`)
    .replace(/^(\d+)(?=[.)](?:\s|$))/, '$1<!-- -->');
}

/** Foreign text as a code span, whatever back ticks it holds (CommonMark, section 6.1). */
export function code(text: string): string {
  const line = visibleLine(shortened(text, mostOfLine));
  if (line === '') return '` `';
  const fence = '`'.repeat(longestRun(line) + 1);
  const pad = line.startsWith('`') || line.endsWith('`') ? ' ' : '';
  return `${fence}${pad}${line}${pad}${fence}`;
}

/** Foreign text as a fenced block, whatever fences it holds (CommonMark, section 4.5). */
export function block(text: string, language = ''): string {
  const shown = visibleText(text).replace(/\n+$/, '');
  const fence = '`'.repeat(Math.max(3, longestRun(shown) + 1));
  return `${fence}${language}\n${shown}\n${fence}`;
}

function longestRun(text: string): number {
  let longest = 0;
  for (const [run] of text.matchAll(/`+/g)) longest = Math.max(longest, run.length);
  return longest;
}
