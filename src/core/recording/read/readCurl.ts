import type { Endpoint } from '../../session/log.ts';
import { endpointIn } from './suspectText.ts';

/** A curl command taken apart. Carries secrets. */
export interface CurlCommand {
  readonly url: string;
  readonly bearer: string | undefined;
  readonly endpoint: Endpoint | undefined;
}

/** Reads a curl command as browsers and people write it; `undefined` where there is none. */
export function readCurl(text: string): CurlCommand | undefined {
  const start = /(?:^|[\s$`])curl(?:\.exe)?\s/.exec(text);
  if (start === null) return undefined;
  const words = wordsOf(text.slice(start.index, start.index + 200_000).replace(/(?:\\|\^|`)\r?\n/g, ' '));
  let url = '';
  let bearer: string | undefined;
  for (const [index, word] of words.entries()) {
    if (word === '-H' || word === '--header')
      bearer ??= /^authorization:\s*bearer\s([^]*)/i.exec(words[index + 1] ?? '')?.[1]?.trim();
    else if (/^https?:\/\//.test(word)) url ||= word;
  }
  return url === '' ? undefined : { url, bearer, endpoint: endpointIn(url) };
}

/** Words as a POSIX shell splits them; `$'…'` as browsers write it. */
function wordsOf(command: string): readonly string[] {
  return Array.from(
    command.matchAll(/\$'((?:[^'\\]|\\[^])*)'|'([^']*)'|"((?:[^"\\]|\\[^])*)"|((?:[^\s'"\\]|\\[^])+)/g),
    ([, ansi, single, double, bare]) => single ?? (ansi ?? double ?? bare ?? '').replace(/\\([^])/g, '$1'),
  );
}
