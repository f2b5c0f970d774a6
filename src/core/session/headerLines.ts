import { looksSecret } from './looksSecret.ts';

export interface HeaderLine {
  readonly name: string;
  readonly value: string;
}

/** Header names that carry a credential: never remembered, shown or put into a URL. */
const secretName =
  /^(?:authorization|proxy-authorization|cookie)$|api[-_]?key|token|secret|password|session|auth$/i;

/** Set by the browser alone (fetch, section 2.2.2, forbidden request-header). */
const forbidden =
  /^(?:accept-charset|accept-encoding|access-control-request-.*|connection|content-length|cookie2?|date|dnt|expect|host|keep-alive|origin|referer|set-cookie|te|trailer|transfer-encoding|upgrade|via|proxy-.*|sec-.*)$/i;

/** `Name: value`, one a line; empty lines do not count. Lines that are none are left out: `headerProblem` tells them. */
export function readHeaderLines(text: string): readonly HeaderLine[] {
  return linesOf(text).flatMap((line) => {
    const [, name, value = ''] = /^([!#$%&'*+.^_`|~\w-]+):[ \t]*(.*)$/.exec(line) ?? [];
    return name === undefined ? [] : [{ name, value }];
  });
}

/** Whether a header of this name holds a credential. */
export function isSecretHeader(name: string): boolean {
  return secretName.test(name);
}

/** What is wrong with lines of headers, and what to do; `secret` lines may hold credentials. Never repeats a value. */
export function headerProblem(text: string, secret: boolean): string | undefined {
  const lines = readHeaderLines(text);
  if (lines.length < linesOf(text).length) return 'Write one header a line, such as x-app: demo.';
  const refused = lines.find(({ name }) => forbidden.test(name))?.name;
  if (refused !== undefined) {
    return /^cookie$/i.test(refused)
      ? 'A page cannot set Cookie. Choose to include cookies, or let the relay send it: npm start -- --backend URL --backend-header "cookie: …".'
      : `A page cannot set ${refused}: the browser does. Leave it out.`;
  }
  if (lines.some(({ value }) => !/^[\t\x20-\x7e\x80-\xff]*$/.test(value)))
    return 'A header value holds a character that HTTP does not carry.';
  const hidden = lines.find(
    ({ name, value }) => isSecretHeader(name) || /\bBearer\s+\S/i.test(value) || looksSecret(value),
  )?.name;
  return hidden === undefined || secret
    ? undefined
    : `${hidden} holds a secret. Write it under “Secret headers”: those are kept in memory only.`;
}

function linesOf(text: string): readonly string[] {
  return text.split(/\r?\n/).flatMap((line) => (line.trim() === '' ? [] : [line.trim()]));
}
