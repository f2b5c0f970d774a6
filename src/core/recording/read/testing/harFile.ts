import { encodeBase64Url, utf8Bytes } from '../../../base64.ts';

/** 2026-11-22 12:00:00 UTC, epoch ms. */
export const began = 1_795_348_800_000;

const base64 = (value: unknown) => encodeBase64Url(utf8Bytes(JSON.stringify(value)));

/** A JWT of these claims. */
export const tokenOf = (claims: unknown): string =>
  `${base64({ alg: 'HS256', typ: 'JWT' })}.${base64(claims)}.c2lnbmF0dXJlLW9mLWEtdG9rZW4`;

/** A request of a HAR, as a test says it; times in ms. */
export interface Given {
  readonly url: string;
  readonly method?: string;
  readonly at?: number;
  readonly time?: number;
  readonly status?: number;
  readonly reply?: unknown;
  readonly bearer?: string;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
  readonly replyHeaders?: Readonly<Record<string, string>>;
  readonly content?: Readonly<Record<string, unknown>>;
  readonly response?: Readonly<Record<string, unknown>>;
}

const list = (headers: Readonly<Record<string, string>>) =>
  Object.entries(headers).map(([name, value]) => ({ name, value }));

/** A request as Chromium writes it. */
export function entry({
  url,
  method = 'GET',
  at = 0,
  time = 50,
  status = 200,
  reply,
  bearer,
  body,
  headers = {},
  replyHeaders,
  content,
  response,
}: Given) {
  return {
    startedDateTime: new Date(began + at).toISOString(),
    time,
    request: {
      method,
      url,
      headers: list({
        ':authority': 'api.orga-ai.com',
        ...headers,
        ...(bearer === undefined ? {} : { Authorization: `Bearer ${bearer}` }),
      }),
      ...(body === undefined
        ? {}
        : { postData: { mimeType: 'application/json', text: JSON.stringify(body) } }),
    },
    response: {
      status,
      statusText: '',
      headers: list(replyHeaders ?? { 'Content-Type': 'application/json' }),
      content: content ?? { size: 10, mimeType: 'application/json', text: JSON.stringify(reply) },
      redirectURL: '',
      ...response,
    },
    timings: { send: 0, wait: time - 10, receive: 10 },
  };
}

/** A HAR of these requests. */
export const har = (entries: readonly unknown[], more = {}) =>
  JSON.stringify({
    log: { version: '1.2', creator: { name: 'WebInspector', version: '537.36' }, entries, ...more },
  });
