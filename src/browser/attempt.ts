import type { Failure } from '../core/session/failure.ts';
import type { SessionStep } from '../core/session/step.ts';
import type { Carried, SessionControls, SessionPlan } from './sessionPlan.ts';

/** One attempt of a run, with what it has obtained so far. */
export interface Attempt {
  readonly from: SessionStep;
  readonly plan: SessionPlan;
  readonly controls: SessionControls;
  held: Carried;
  /** `r1.2` is the second request of the first attempt */
  readonly nextRequestId: () => string;
  /** how many earlier uses of a token were told already, by the token's name */
  readonly usesTold: Map<string, number>;
}

/** How an attempt ended: by a failure, or by hanging up on purpose to go again. */
export type AttemptEnd = FailedAttempt | { readonly how: 'hung-up' };

export interface FailedAttempt {
  readonly how: 'failed';
  readonly step: SessionStep;
  readonly failure: Failure;
  /** seconds */
  readonly retryAfter: number | undefined;
  /** it had been connected */
  readonly stood?: true;
}

export function createAttempt(
  number: number,
  given: Pick<Attempt, 'from' | 'plan' | 'controls' | 'held'>,
): Attempt {
  let requests = 0;
  return {
    ...given,
    nextRequestId() {
      requests += 1;
      return `r${number}.${requests}`;
    },
    usesTold: new Map(),
  };
}
