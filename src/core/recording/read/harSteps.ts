import { type SessionStep, sessionSteps, stepIndex } from '../../session/step.ts';
import type { ForeignLog } from './foreignLog.ts';

/** The steps that a HAR's requests stand for. Times are epoch ms. */
export interface HarSteps {
  /** the last one that was begun, or handed out with another */
  reached: SessionStep | undefined;
  /** whether the last one failed */
  readonly failed: boolean;
  /** Those before it were not seen. */
  skipBefore(from: SessionStep): void;
  /** A step that was reached before is another attempt. */
  begin(step: SessionStep, at: number): void;
  /** `failedBy`: id of the entry that says why. */
  fail(step: SessionStep, at: number, took: number, failedBy: string): void;
}

/** `startedAt`: epoch ms. */
export function createHarSteps(out: ForeignLog, startedAt: number): HarSteps {
  let failed = false;
  return {
    reached: undefined,
    get failed() {
      return failed;
    },
    skipBefore(from) {
      for (const step of sessionSteps) {
        if (stepIndex(step) < stepIndex(from)) out.add(startedAt, { kind: 'step', step, state: 'skipped' });
      }
    },
    begin(step, at) {
      const again = this.reached !== undefined && stepIndex(step) <= stepIndex(this.reached);
      if (again) {
        out.attempt += 1;
        const from = beginning(step);
        out.add(at, { kind: 'attempt', number: out.attempt, from, why: 'again', delay: 0 });
        this.skipBefore(from);
      }
      failed = false;
      this.reached = step;
    },
    fail(step, at, took, failedBy) {
      out.add(at, { kind: 'step', step, state: 'failed', took, failedBy });
      failed = true;
    },
  };
}

/** The debugger makes a new offer for each call. */
export function beginning(step: SessionStep): SessionStep {
  return step === 'call' || step === 'connection' ? 'offer' : step;
}
