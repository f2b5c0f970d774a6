import type { ConnectionFailure, Failure } from '../core/session/failure.ts';
import type { Unlogged } from '../core/session/log.ts';
import type { NextRequest, RequestEdit } from '../core/session/requestEdit.ts';
import type { SessionStep } from '../core/session/step.ts';
import type { AttemptEnd, FailedAttempt } from './attempt.ts';
import { errorFacts } from './errorFacts.ts';
import type { SessionControls } from './sessionPlan.ts';
import { StepFailed } from './stepFailed.ts';

export type StepResult<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly end: AttemptEnd };

export interface StepRunner {
  /** The controls, whose `report` adds the present step and is silent once the run is stopped. */
  readonly controls: SessionControls;
  /** Runs a step once it may begin; `next` is what it will send. Rejects only on abort. */
  step<T>(
    name: SessionStep,
    body: (edit: RequestEdit | undefined) => Promise<T>,
    next?: () => NextRequest | undefined,
  ): Promise<StepResult<T>>;
  /** Fails a step that was done: what it had achieved is gone again. */
  undo(name: SessionStep, failure: ConnectionFailure): AttemptEnd;
}

/**
 * The only place that catches StepFailed; every other exception becomes an `unexpected` failure, never silence.
 * `beforeFailure` may still report what explains a failure.
 */
export function createStepRunner(
  controls: SessionControls,
  beforeFailure: () => void = () => {},
): StepRunner {
  const { signal } = controls;
  let present: SessionStep | undefined;

  function report(entry: Unlogged): string {
    if (signal.aborted) return '';
    return controls.report(
      entry.step === undefined && present !== undefined ? { ...entry, step: present } : entry,
    );
  }

  function fail(name: SessionStep, error: unknown, began?: number): FailedAttempt {
    const failed =
      error instanceof StepFailed
        ? error
        : new StepFailed({ reason: 'unexpected', error: errorFacts(error) });
    const { failure, retryAfter } = failed;
    beforeFailure();
    const failedBy = failed.reportedAs ?? report({ step: name, ...failureEntry(failure) });
    const took = began === undefined ? {} : { took: performance.now() - began };
    report({ kind: 'step', step: name, state: 'failed', ...took, failedBy });
    return { how: 'failed', step: name, failure, retryAfter };
  }

  return {
    controls: { ...controls, report },
    async step(name, body, next) {
      const edit = await controls.mayBegin(name, next);
      signal.throwIfAborted();
      present = name;
      report({ kind: 'step', step: name, state: 'running' });
      const began = performance.now();
      try {
        const value = await body(edit);
        signal.throwIfAborted();
        report({ kind: 'step', step: name, state: 'done', took: performance.now() - began });
        return { ok: true, value };
      } catch (error) {
        signal.throwIfAborted();
        return { ok: false, end: fail(name, error, began) };
      }
    },
    undo: (name, failure) => ({ ...fail(name, new StepFailed(failure)), stood: true }),
  };
}

/** REST failures are told by their rest-error entry, so they do not come here without one. */
function failureEntry(failure: Failure): Unlogged {
  switch (failure.reason) {
    case 'settings':
      return { kind: 'settings-refused', failure };
    case 'unexpected':
      return { kind: 'unexpected', failure };
    case 'http':
    case 'unreachable':
    case 'bad-reply': {
      const error = {
        name: 'Error',
        message: `a request failed without a rest-error entry: ${failure.reason}`,
      };
      return { kind: 'unexpected', failure: { reason: 'unexpected', error } };
    }
    case 'timeout':
      return 'phase' in failure
        ? failureEntry({
            reason: 'unexpected',
            error: { name: 'Error', message: 'a timeout without an entry' },
          })
        : { kind: 'connection-failure', failure };
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
      return { kind: 'connection-failure', failure };
  }
}
