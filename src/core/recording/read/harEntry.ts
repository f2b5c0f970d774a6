import { decodeBase64 } from '../../base64.ts';
import { listOf, memberOf, numberOf, textOf } from './foreignValue.ts';

/** As much of a body as is looked at, characters. */
const mostRead = 4 * 1024 * 1024;

/** As much of an encoded one, so that ten thousand pictures cost nothing. */
const mostEncoded = 512 * 1024;

/** Headers that are a session's secret from end to end: their values are not kept at all. */
const withheld = new Set(['cookie', 'set-cookie', 'set-cookie2', 'proxy-authorization']);

/** One request of a HAR (HAR 1.2; `_error` and `_resourceType` as Chromium writes them). */
export interface HarExchange {
  /** epoch ms */
  readonly at: number;
  readonly method: string;
  readonly url: string;
  readonly path: string;
  readonly origin: string;
  /** names in lower case */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | undefined;
  /** 0: there was no response */
  readonly status: number;
  readonly statusText: string;
  readonly responseHeaders: Readonly<Record<string, string>>;
  readonly contentType: string | undefined;
  /** undefined: the file was saved without it, or it cannot be read */
  readonly responseBody: string | undefined;
  readonly responseBytes: number;
  readonly redirectTo: string | undefined;
  /** ms to the headers, and to the end */
  readonly headersAfter: number;
  readonly took: number;
  readonly error: string | undefined;
}

/** Reads an entry as far as it goes; `undefined` where it is no HTTP request. Never throws. */
export function readHarEntry(entry: unknown): HarExchange | undefined {
  const request = memberOf(entry, 'request');
  const response = memberOf(entry, 'response');
  const url = textOf(memberOf(request, 'url'), 8_000);
  const started = textOf(memberOf(entry, 'startedDateTime'), 60);
  if (url === undefined || started === undefined) return undefined;
  const at = Date.parse(started);
  const [, origin, path] = /^(https?:\/\/[^/?#]+)([^?#]*)/i.exec(url) ?? [];
  if (origin === undefined || path === undefined || Number.isNaN(at)) return undefined;
  if (memberOf(entry, '_resourceType') === 'websocket') return undefined;
  const took = Math.max(0, numberOf(memberOf(entry, 'time')) ?? 0);
  const receive = Math.max(0, numberOf(memberOf(memberOf(entry, 'timings'), 'receive')) ?? 0);
  const content = memberOf(response, 'content');
  const responseHeaders = headersOf(memberOf(response, 'headers'));
  const error = [memberOf(response, '_error'), memberOf(entry, '_error'), memberOf(response, '_errorMessage')]
    .map((each) => textOf(each, 500))
    .find((each) => each !== undefined && each !== '');
  return {
    at,
    method: (textOf(memberOf(request, 'method'), 20) ?? 'GET').toUpperCase(),
    url,
    origin: origin.toLowerCase(),
    path,
    headers: headersOf(memberOf(request, 'headers')),
    body: textOf(memberOf(memberOf(request, 'postData'), 'text'), mostRead),
    status: Math.max(0, Math.trunc(numberOf(memberOf(response, 'status')) ?? 0)),
    statusText: textOf(memberOf(response, 'statusText'), 100) ?? '',
    responseHeaders,
    contentType: responseHeaders['content-type'] ?? textOf(memberOf(content, 'mimeType'), 200),
    responseBody: bodyOf(content),
    responseBytes: Math.max(0, numberOf(memberOf(content, 'size')) ?? 0),
    redirectTo: textOf(memberOf(response, 'redirectURL'), 8_000) || undefined,
    headersAfter: Math.max(0, took - receive),
    took,
    error,
  };
}

/** Without HTTP/2's pseudo-headers (`:path`). What is there twice is joined, as fetch does (Fetch, section 2.2.2). */
function headersOf(list: unknown): Readonly<Record<string, string>> {
  const headers = new Map<string, string>();
  for (const header of listOf(list).slice(0, 200)) {
    const name = textOf(memberOf(header, 'name'), 100)?.toLowerCase();
    const value = textOf(memberOf(header, 'value'), 8_000);
    if (name === undefined || value === undefined || name === '' || name.startsWith(':')) continue;
    const before = headers.get(name);
    if (withheld.has(name)) headers.set(name, '[left out]');
    else headers.set(name, before === undefined ? value : `${before}, ${value}`.slice(0, 8_000));
  }
  return Object.fromEntries(headers);
}

/** The body as text. Proxies write bodies as base64, some still compressed: these cannot be read. */
function bodyOf(content: unknown): string | undefined {
  const text = textOf(memberOf(content, 'text'), mostRead);
  if (text === undefined) return numberOf(memberOf(content, 'size')) === 0 ? '' : undefined;
  if (memberOf(content, 'encoding') !== 'base64') return text;
  const type = textOf(memberOf(content, 'mimeType'), 200) ?? '';
  if (text.length > mostEncoded || /^(?:image|video|audio|font)\/|javascript|css|wasm/i.test(type))
    return undefined;
  const decoded = decodeBase64(text.replace(/\s/g, ''));
  return decoded === undefined || decoded.includes('\u0000') ? undefined : decoded;
}

/** The page whose requests these are, where the file says so. */
export function pageOf(log: unknown): string {
  const [page] = listOf(memberOf(log, 'pages'));
  const title = textOf(memberOf(page, 'title'), 2_000);
  return title !== undefined && /^https?:\/\//.test(title) ? title : '';
}

/** `Chrome 156`, of who wrote the file and in which browser. */
export function writerOf(log: unknown): { readonly product: string; readonly browser: string } {
  const named = (name: string) => {
    const value = memberOf(log, name);
    return [textOf(memberOf(value, 'name'), 60), textOf(memberOf(value, 'version'), 30)]
      .filter(Boolean)
      .join(' ');
  };
  return {
    product: named('creator') || 'HAR',
    browser: named('browser'),
  };
}
