import type { Endpoint } from '../../session/log.ts';
import { endpointIn } from './suspectText.ts';

/** A curl command taken apart. Carries secrets. */
export interface CurlCommand {
  readonly url: string;
  readonly method: string;
  readonly bearer: string | undefined;
  readonly endpoint: Endpoint | undefined;
  readonly body: string | undefined;
}

/** Reads a curl command as browsers and people write it; `undefined` where there is none. */
export function readCurl(text: string): CurlCommand | undefined {
  const start = /(?:^|[\s$`])curl(?:\.exe)?\s/.exec(text);
  if (start === null) return undefined;
  const words = wordsOf(text.slice(start.index, start.index + 200_000).replace(/(?:\\|\^|`)\r?\n/g, ' '));
  let url = '';
  let method: string | undefined;
  let body: string | undefined;
  let bearer: string | undefined;
  for (let index = 1; index < words.length; index += 1) {
    const word = words[index] ?? '';
    const next = words[index + 1] ?? '';
    if (word === '-X' || word === '--request') method = next;
    else if (word === '-H' || word === '--header')
      bearer ??= /^authorization:\s*bearer\s+([^]*)$/i.exec(next)?.[1]?.trim();
    else if (/^(?:-d|--data(?:-raw|-binary|-ascii)?|--json)$/.test(word)) body = next;
    else if (/^https?:\/\//.test(word)) url ||= word;
  }
  if (url === '') return undefined;
  return {
    url,
    method: method ?? (body === undefined ? 'GET' : 'POST'),
    bearer,
    endpoint: endpointIn(url),
    body,
  };
}

/** Words as a POSIX shell splits them; `$'…'` as browsers write it. */
function wordsOf(command: string): readonly string[] {
  return Array.from(
    command.matchAll(/\$'((?:[^'\\]|\\[^])*)'|'([^']*)'|"((?:[^"\\]|\\[^])*)"|((?:[^\s'"\\]|\\[^])+)/g),
    ([, ansi, single, double, bare]) => single ?? (ansi ?? double ?? bare ?? '').replace(/\\([^])/g, '$1'),
  );
}
