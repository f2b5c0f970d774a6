import type { Failure } from '../core/session/failure.ts';

/**
 * Expected trouble on its way to the one place that catches it, the `step()` inside `runSession`.
 * `reportedAs` is the id of the log entry that already tells it; `retryAfter` is in seconds.
 */
export class StepFailed extends Error {
  readonly failure: Failure;
  readonly reportedAs: string | undefined;
  readonly retryAfter: number | undefined;

  constructor(failure: Failure, told: { readonly reportedAs?: string; readonly retryAfter?: number } = {}) {
    super(failure.reason);
    this.name = 'StepFailed';
    this.failure = failure;
    this.reportedAs = told.reportedAs;
    this.retryAfter = told.retryAfter;
  }
}
