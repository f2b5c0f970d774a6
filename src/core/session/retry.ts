import type { Failure } from './failure.ts';

/** First delay, and the longest, ms. Our own: no SDK but the widget retries. */
const base = 500;
const cap = 8_000;

/**
 * Whether the same request may do better later: 5xx, no response in time, no response at all. Not where the body
 * says that the cause is a 4xx upstream: asking again with the same key is asking for the same answer.
 */
export function isRetryable(failure: Failure): boolean {
  switch (failure.reason) {
    case 'unreachable':
      return failure.hopeless !== true;
    case 'timeout':
      return 'phase' in failure;
    case 'http': {
      const { passedOn } = failure.reading;
      if (passedOn?.code === 'AUTHENTICATION_ERROR') return false;
      if (passedOn?.status !== undefined && passedOn.status >= 400 && passedOn.status < 500) return false;
      return failure.status >= 500 && failure.status <= 599;
    }
    case 'bad-reply':
    case 'unsupported':
    case 'configuration':
    case 'sdp':
    case 'ice':
    case 'dtls':
    case 'channel':
    case 'candidate':
    case 'limit':
    case 'permission':
    case 'device':
    case 'settings':
    case 'unexpected':
      return false;
  }
}

/**
 * How long to wait before retry number `attempt` (from 1), ms: doubling from 500 ms to at most 8 s, of which the
 * upper half is random, so that clients do not come back together. `retryAfter` (s) is waited out in full.
 */
export function backoffDelay(attempt: number, random: () => number, retryAfter?: number): number {
  const full = Math.min(cap, base * 2 ** Math.min(Math.max(attempt, 1) - 1, 30));
  const jittered = Math.round(full / 2 + (full / 2) * random());
  return retryAfter === undefined ? jittered : Math.max(jittered, retryAfter * 1000);
}
