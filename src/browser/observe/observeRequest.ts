import { correlationId } from '../../core/session/correlationId.ts';
import type { RestFailure } from '../../core/session/failure.ts';
import type { CredentialFacts, Endpoint, Unlogged } from '../../core/session/log.ts';
import { readReply } from '../../core/session/readReply.ts';
import { restHttp } from '../../core/session/restHttp.ts';
import { retryAfter } from '../../core/session/retryAfter.ts';
import { readSessionReply, type SessionReplies } from '../../core/session/sessionReply.ts';
import { mostRead } from './readBody.ts';
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
  readonly report: (entry: Unlogged) => string;
  /** Applied to bodies before they are cut, so that no secret is cut in two. */
  readonly redact: (text: string) => string;
  /** lower case, first match wins */
  readonly correlationHeaders: readonly string[];
}

export type RequestOutcome<E extends Endpoint> =
  | { readonly ok: true; readonly status: number; readonly value: SessionReplies[E] }
  | {
      readonly ok: false;
      readonly failure: RestFailure;
      /** id of the rest-error entry */
      readonly told: string;
      /** what could be read of a bad reply all the same */
      readonly partial: Partial<SessionReplies[E]>;
      readonly status?: number;
      /** seconds */
      readonly retryAfter?: number;
    };

/**
 * Watches one request to a known endpoint, whoever makes it: reports what is sent, what comes back and what is wrong
 * with it. The limit runs until the body has ended; a failed request is data. Rejects only with the signal's reason.
 */
export async function observeRequest<E extends Endpoint>(
  request: ObservedRequest<E>,
  send: (signal: AbortSignal) => Promise<Response>,
  watch: RequestObservation,
): Promise<RequestOutcome<E>> {
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
  const { response, failure } = received;
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

  const read = readReceived(endpoint, received);
  if (failure === undefined && read?.ok) return { ok: true, status: read.status, value: read.value };
  const reason = failure ?? (read?.ok === false ? read.failure : missingResponse);
  const told = report({
    kind: 'rest-error',
    request: { id, endpoint, method, url },
    failure: reason,
    ...(response === undefined ? {} : { http: httpFacts(response, received.body.text, reason) }),
    ...(correlation === undefined ? {} : { correlationId: correlation }),
    ...(entry === undefined ? {} : { response: entry }),
  });
  return {
    ok: false,
    failure: reason,
    told,
    partial: read?.ok === false ? read.partial : {},
    ...(response === undefined ? {} : { status: response.status }),
    ...(wait === undefined ? {} : { retryAfter: wait }),
  };
}

const missingResponse = {
  reason: 'unreachable',
  error: { name: 'Error', message: 'there was neither a response nor an error' },
} as const;

function readReceived<E extends Endpoint>(endpoint: E, { response, body }: Received) {
  if (response === undefined) return undefined;
  const { status } = response;
  const read = { ...readSessionReply(endpoint, status, contentType(response), body.text), status };
  if (body.cut === undefined || read.ok || read.failure.reason !== 'bad-reply') return read;
  // What was cut here must not be taken for what came cut.
  const size = { bytes: body.bytes, limit: mostRead };
  return { ...read, failure: { ...read.failure, problem: 'too-large', size } as const };
}

function httpFacts(response: Response, text: string, failure: RestFailure) {
  const { status } = response;
  const reading =
    'reading' in failure ? failure.reading : readReply({ status, contentType: contentType(response), text });
  return restHttp(status, reading);
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

function contentType(response: Response): string | undefined {
  return response.headers.get('content-type') ?? undefined;
}

function redactHeaders(
  headers: Iterable<readonly [string, string]>,
  redact: (text: string) => string,
): Readonly<Record<string, string>> {
  return Object.fromEntries(Array.from(headers, ([name, value]) => [name, redact(value)]));
}
