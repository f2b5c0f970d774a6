import { utf8Bytes } from '../../base64.ts';
import { describeFailure } from '../../session/describeFailure.ts';
import type { Recording } from '../recording.ts';
import { browserName } from './browserName.ts';
import { type Exchange, exchangesOf, headerOf } from './exchanges.ts';
import { percentEncoded } from './percentEncoded.ts';
import { utcTime } from './visibleText.ts';

/**
 * The REST requests of a recording as HAR 1.2 (W3C Web Performance WG, HTTP Archive format). A request without a
 * response has status 0 and says why in `_error`, as Chromium writes it. What HAR has no place for is left out: the
 * connection itself.
 */
export function toHar(recording: Recording) {
  const { product, startedAt, userAgent, log } = recording;
  const run = log.find((entry) => entry.kind === 'run-started');
  return {
    log: {
      version: '1.2',
      creator: { name: 'webrtc-session-debugger', version: product },
      browser: browserName(userAgent),
      pages: [
        {
          startedDateTime: utcTime(startedAt),
          id: 'page_1',
          title: recording.name ?? run?.pageUrl ?? 'WebRTC session',
          pageTimings: {},
        },
      ],
      entries: exchangesOf(log).map((exchange) => harEntry(exchange, startedAt)),
      comment:
        'Secrets are replaced by pseudonyms such as token#1. A HAR holds no ICE, SDP or data channel events: the recording does.',
    },
  };
}

/** What HAR calls an unknown size. */
const unknownSize = -1;

function harEntry(exchange: Exchange, startedAt: number) {
  const { request, response, error } = exchange;
  const ended = error === undefined ? 0 : Math.max(0, error.at - request.at);
  const wait = Math.max(0, response?.headersAfter ?? ended);
  const receive = Math.max(0, (response?.took ?? 0) - (response?.headersAfter ?? 0));
  return {
    pageref: 'page_1',
    startedDateTime: utcTime(startedAt + request.at),
    time: wait + receive,
    request: harRequest(exchange),
    response: harResponse(exchange),
    cache: {},
    timings: { blocked: -1, dns: -1, connect: -1, ssl: -1, send: 0, wait, receive },
    _resourceType: 'fetch' as const,
    _initiator: { type: 'script' as const },
    _priority: 'High' as const,
  };
}

function harRequest({ request }: Exchange) {
  const { method, url, headers, body } = request;
  return {
    method,
    url: uriOf(url),
    httpVersion: 'unknown',
    cookies: cookiesOf(headerOf(headers, 'cookie')),
    headers: harHeaders(headers),
    queryString: queryOf(url),
    ...(body === undefined
      ? {}
      : {
          postData: { mimeType: headerOf(headers, 'content-type') ?? 'text/plain;charset=UTF-8', text: body },
        }),
    headersSize: unknownSize,
    bodySize: body === undefined ? 0 : utf8Bytes(body).length,
  };
}

function harResponse({ response, error }: Exchange) {
  const failed = error === undefined ? undefined : describeFailure(error.failure, error.http);
  if (response === undefined) {
    return {
      status: 0,
      statusText: '',
      httpVersion: 'unknown',
      cookies: [],
      headers: [],
      content: { size: 0, mimeType: 'x-unknown' },
      redirectURL: '',
      headersSize: unknownSize,
      bodySize: unknownSize,
      _error: failed ?? 'no response was recorded',
    };
  }
  const { status, statusText, headers, body, bodyBytes } = response;
  const cut = body.length < bodyBytes && body.length >= 60_000;
  return {
    status,
    statusText,
    httpVersion: 'unknown',
    cookies: cookiesOf(headerOf(headers, 'set-cookie')?.split(';')[0]),
    headers: harHeaders(headers),
    content: {
      size: bodyBytes,
      mimeType: headerOf(headers, 'content-type') ?? 'x-unknown',
      text: body,
      comment: cut ? 'The beginning of the body, secrets replaced.' : 'Secrets are replaced.',
    },
    redirectURL: headerOf(headers, 'location') ?? '',
    headersSize: unknownSize,
    bodySize: unknownSize,
    ...(failed === undefined ? {} : { comment: failed }),
  };
}

function harHeaders(headers: Readonly<Record<string, string>>) {
  return Object.entries(headers).map(([name, value]) => ({ name, value }));
}

function cookiesOf(header: string | undefined) {
  return (header ?? '').split(';').flatMap((pair) => {
    const [name = '', ...value] = pair.trim().split('=');
    return name === '' ? [] : [{ name, value: value.join('=') }];
  });
}

/** A URI (RFC 3986) of any text: what may not stand in one is percent-encoded. */
function uriOf(text: string): string {
  const encoded = text
    .replace(/[^\w.~:/?#@!$&'()*+,;=%[\]-]/gu, percentEncoded)
    .replace(/%(?![\da-f]{2})/gi, '%25');
  return /^[a-z][a-z\d+.-]*:/i.test(encoded) ? encoded : `about:invalid?${encoded}`;
}

/** The query's parameters (URL Standard, application/x-www-form-urlencoded); what cannot be decoded stays as it is. */
function queryOf(url: string) {
  const [, query = ''] = /^[^?#]*\?([^#]*)/.exec(url) ?? [];
  return query.split('&').flatMap((pair) => {
    if (pair === '') return [];
    const [name = '', ...value] = pair.split('=');
    return [{ name: decoded(name), value: decoded(value.join('=')) }];
  });
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '));
  } catch {
    return text;
  }
}
