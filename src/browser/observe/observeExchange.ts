import { correlationId } from '../../core/session/correlationId.ts';
import type { CredentialFacts, Endpoint, Unlogged } from '../../core/session/log.ts';
import { retryAfter } from '../../core/session/retryAfter.ts';
import { type Received, receive } from './receive.ts';

/** As much of a body as an entry keeps, characters. */
const mostKept = 64 * 1024;

export interface ObservedRequest<E extends Endpoint> {
  /** unique within the log */
  readonly id: string;
  readonly endpoint: E;
  readonly method: string;
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | undefined;
  readonly credential: CredentialFacts;
  readonly altered: readonly string[];
}

export interface RequestObservation {
  /** ms, from the request to the end of the body */
  readonly limit: number;
  readonly signal: AbortSignal;
  /** see `receive` */
  readonly gaveUp?: (error: unknown) => boolean;
  readonly report: (entry: Unlogged) => string;
  /** Applied to bodies before they are cut, so that no secret is cut in two. */
  readonly redact: (text: string) => string;
  /** lower case, first match wins */
  readonly correlationHeaders: readonly string[];
}

/** What came back, and the entry that tells it. */
export interface Exchange {
  readonly received: Received;
  /** id of the response entry, where there is one */
  readonly entry: string | undefined;
  readonly correlationId: string | undefined;
  /** seconds */
  readonly retryAfter: number | undefined;
}

/**
 * Watches one request, whoever makes it: reports what is sent and what comes back, and judges nothing. The limit runs
 * until the body has ended. Rejects only with the signal's reason.
 */
export async function observeExchange<E extends Endpoint>(
  request: ObservedRequest<E>,
  send: (signal: AbortSignal) => Promise<Response>,
  watch: RequestObservation,
): Promise<Exchange> {
  const { report, redact } = watch;
  const { id, endpoint, method, url } = request;
  const crossOrigin = new URL(url, location.href).origin !== location.origin;
  report({
    kind: 'request',
    request: id,
    endpoint,
    method,
    url,
    headers: redactHeaders(Object.entries(request.headers), redact),
    ...(request.body === undefined ? {} : { body: redact(request.body).slice(0, mostKept) }),
    credential: request.credential,
    crossOrigin,
    altered: request.altered,
  });
  const received = await receive(send, watch);
  const { response } = received;
  const correlation = response && correlationId(response.headers, watch.correlationHeaders);
  const wait = response && retryAfter(response.headers.get('retry-after'), Date.now());
  const entry =
    response &&
    report({
      kind: 'response',
      request: id,
      ...responseFacts(response, received, redact),
      ...(correlation === undefined ? {} : { correlationId: correlation }),
      correlationExposed: correlation !== undefined || !crossOrigin,
      ...(wait === undefined ? {} : { retryAfter: wait }),
    });
  return { received, entry, correlationId: correlation, retryAfter: wait };
}

function responseFacts(response: Response, received: Received, redact: (text: string) => string) {
  return {
    status: response.status,
    statusText: response.statusText,
    headers: redactHeaders(response.headers, redact),
    body: redact(received.body.text).slice(0, mostKept),
    bodyBytes: received.body.bytes,
    headersAfter: received.headersAfter,
    took: received.took,
    redirected: response.redirected,
    ...(response.redirected && response.url !== '' ? { url: redact(response.url) } : {}),
  };
}

function redactHeaders(
  headers: Iterable<readonly [string, string]>,
  redact: (text: string) => string,
): Readonly<Record<string, string>> {
  return Object.fromEntries(Array.from(headers, ([name, value]) => [name, redact(value)]));
}
