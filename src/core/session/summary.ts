import type { Failure } from './failure.ts';
import type { Route, Target } from './settings.ts';
import type { SessionStep, StepState } from './step.ts';

export type Outcome = 'idle' | 'running' | 'paused' | 'connected' | 'failed' | 'stopped';

export interface StepSummary {
  readonly step: SessionStep;
  readonly state: StepState;
  /** ms since the run began */
  readonly startedAt?: number;
  /** ms */
  readonly took?: number;
  readonly failure?: Failure;
  /** id of the entry that tells why it failed */
  readonly failedBy?: string;
  /** status of the step's last response */
  readonly status?: number;
  /** ids of the step's last request and response entries */
  readonly requestEntry?: string;
  readonly responseEntry?: string;
}

/** The state of a run, folded from its log. */
export interface SessionSummary {
  readonly run: number;
  readonly target: Target;
  readonly route: Route;
  readonly outcome: Outcome;
  readonly endedBy?: 'user' | 'failure' | 'new-run';
  /** ms since the run began */
  readonly connectedAt?: number;
  readonly attempts: number;
  readonly failedStep?: SessionStep;
  /** the step that waits for `step` or `continue` */
  readonly pausedBefore?: SessionStep;
  readonly steps: readonly StepSummary[];
}
