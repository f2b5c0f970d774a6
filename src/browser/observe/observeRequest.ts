import type { RestFailure } from '../../core/session/failure.ts';
import { httpFacts } from '../../core/session/httpFacts.ts';
import type { Endpoint } from '../../core/session/log.ts';
import { readSessionReply, type SessionReplies } from '../../core/session/sessionReply.ts';
import { type ObservedRequest, observeExchange, type RequestObservation } from './observeExchange.ts';
import { mostRead } from './readBody.ts';
import type { Received } from './receive.ts';

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
  const { id, endpoint, method, url } = request;
  const exchange = await observeExchange(request, send, watch);
  const { received, entry, correlationId, retryAfter } = exchange;
  const { response, failure } = received;
  const read = readReceived(endpoint, received);
  if (failure === undefined && read?.ok) return { ok: true, status: read.status, value: read.value };
  const reason = failure ?? (read?.ok === false ? read.failure : missingResponse);
  const told = watch.report({
    kind: 'rest-error',
    request: { id, endpoint, method, url },
    failure: reason,
    ...(response === undefined ? {} : { http: httpFacts(replyOf(response, received.body.text), reason) }),
    ...(correlationId === undefined ? {} : { correlationId }),
    ...(entry === undefined ? {} : { response: entry }),
  });
  return {
    ok: false,
    failure: reason,
    told,
    partial: read?.ok === false ? read.partial : {},
    ...(response === undefined ? {} : { status: response.status }),
    ...(retryAfter === undefined ? {} : { retryAfter }),
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

function replyOf(response: Response, text: string) {
  return { status: response.status, contentType: contentType(response), text };
}

function contentType(response: Response): string | undefined {
  return response.headers.get('content-type') ?? undefined;
}
