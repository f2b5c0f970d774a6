import { readableBody } from './readableBody.ts';
import { shortened } from './visibleText.ts';

/** A server may write a header as long as it likes. */
const mostOfLine = 2_000;

/** A request or response as text, as HTTP/1.1 would show it, its body made readable and shortened. */
export function httpMessage(
  first: string,
  headers: Readonly<Record<string, string>>,
  body: string | undefined,
  mostOfBody: number,
): string {
  const lines = Object.entries(headers).map(([name, value]) => shortened(`${name}: ${value}`, mostOfLine));
  const shown = body === undefined || body === '' ? [] : ['', shortened(readableBody(body), mostOfBody)];
  return [shortened(first.trim(), mostOfLine), ...lines, ...shown].join('\n');
}
