import { backoffDelay, isRetryable } from '../core/session/retry.ts';
import type { SessionStep } from '../core/session/step.ts';
import type { AttemptEnd } from './attempt.ts';
import type { SessionPlan } from './sessionPlan.ts';

export interface NextAttempt {
  readonly why: 'retry' | 'new-token' | 'again';
  readonly from: SessionStep;
  /** ms */
  readonly delay: number;
}

export interface RetryPolicy {
  /** Whether the next connection is to be hung up on purpose, to go again. */
  hangsUp(): boolean;
  /** What follows on an attempt, if anything. */
  after(end: AttemptEnd): NextAttempt | undefined;
}

/**
 * Whether a run goes on after an attempt: again with the same token where the plan gets that wrong on purpose, with a
 * new token once where the service refused the old one, and after a pause where asking again may help.
 */
export function createRetryPolicy(
  { settings, faults, from, secrets, attempt }: SessionPlan,
  random: () => number,
): RetryPolicy {
  let retried = 0;
  let renewed = false;
  // A remedy is a session as it should be, not the same mistake once more.
  let again = attempt === undefined ? faults?.again : undefined;
  const canRenew = settings.renewToken && (settings.route === 'backend' || secrets.apiKey !== undefined);

  return {
    hangsUp: () => again !== undefined,
    after(end) {
      if (end.how === 'hung-up') {
        const step = again;
        again = undefined;
        return step && { why: 'again', from: step, delay: 0 };
      }
      if (canRenew && !renewed && refusesToken(end)) {
        renewed = true;
        return { why: 'new-token', from: 'token', delay: 0 };
      }
      if (retried >= settings.retries || !isRetryable(end.failure)) return undefined;
      retried += 1;
      return { why: 'retry', from, delay: backoffDelay(retried, random, end.retryAfter) };
    },
  };
}

function refusesToken({ step, failure }: Extract<AttemptEnd, { how: 'failed' }>): boolean {
  return (step === 'ice-config' || step === 'call') && failure.reason === 'http' && failure.status === 401;
}
