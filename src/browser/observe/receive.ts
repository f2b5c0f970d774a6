import type { RestFailure } from '../../core/session/failure.ts';
import { errorFacts } from '../errorFacts.ts';
import { type BodySoFar, readBody } from './readBody.ts';

/** What has come of a request: without a `failure`, all of it. */
export interface Received {
  readonly response?: Response;
  readonly body: BodySoFar;
  /** ms from the request to the headers, and to the end */
  readonly headersAfter: number;
  readonly took: number;
  readonly failure?: Extract<RestFailure, { reason: 'unreachable' | 'timeout' }>;
}

export interface ReceiveLimits {
  /** ms, at most what a timer can hold */
  readonly limit: number;
  readonly signal: AbortSignal;
  /** whether an error only says that whoever sent the request would wait no longer */
  readonly gaveUp?: ((error: unknown) => boolean) | undefined;
}

/**
 * Waits for a response and its body, at most `limit` ms in all: the Node SDK's own limit stops at the headers, and a
 * body that never ends then hangs for ever. Rejects only with the signal's reason.
 */
export async function receive(
  send: (signal: AbortSignal) => Promise<Response>,
  { limit, signal, gaveUp }: ReceiveLimits,
): Promise<Received> {
  const abort = new AbortController();
  const onAbort = () => abort.abort(signal.reason);
  const timer = setTimeout(
    () => abort.abort(new DOMException(`${limit} ms are over`, 'TimeoutError')),
    limit,
  );
  signal.addEventListener('abort', onAbort);
  const start = performance.now();
  const body: BodySoFar = { text: '', bytes: 0 };
  let headersAfter = 0;
  let response: Response | undefined;
  try {
    signal.throwIfAborted();
    response = await send(abort.signal);
    headersAfter = performance.now() - start;
    await readBody(response.body, body, abort.signal);
    return { response, body, headersAfter, took: performance.now() - start };
  } catch (error) {
    signal.throwIfAborted();
    const waited = gaveUp?.(error) === true ? Math.round(performance.now() - start) : limit;
    const failure =
      abort.signal.aborted || waited !== limit
        ? timeout(waited, response?.status)
        : // A body that breaks off is no answer either: the connection was lost under it.
          ({ reason: 'unreachable', error: errorFacts(error) } as const);
    const took = performance.now() - start;
    return { ...(response === undefined ? {} : { response }), body, headersAfter, took, failure };
  } finally {
    clearTimeout(timer);
    signal.removeEventListener('abort', onAbort);
  }
}

function timeout(limit: number, status: number | undefined) {
  return status === undefined
    ? ({ reason: 'timeout', limit, phase: 'headers' } as const)
    : ({ reason: 'timeout', limit, phase: 'body', status } as const);
}
