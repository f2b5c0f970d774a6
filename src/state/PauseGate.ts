import { type SessionStep, stepIndex } from '../core/session/step.ts';

/** Holds a run before a step until the user lets it go on. */
export interface PauseGate {
  /** resolves when the step may begin; rejects with the signal's reason when the run is stopped */
  mayBegin(step: SessionStep): Promise<void>;
  /** lets the run go on, up to and including a step, or to the end */
  release(until: SessionStep | undefined): void;
  readonly waiting: SessionStep | undefined;
}

export function createPauseGate(options: {
  readonly until: SessionStep | undefined;
  /** waits before the first step already */
  readonly hold?: boolean;
  readonly signal: AbortSignal;
  readonly onPause: (step: SessionStep) => void;
  readonly onContinue: (step: SessionStep) => void;
}): PauseGate {
  const { signal, onPause, onContinue } = options;
  let until = options.until;
  let hold = options.hold === true;
  let waiting: { step: SessionStep; go: () => void } | undefined;

  const open = (step: SessionStep) => !hold && (until === undefined || stepIndex(step) <= stepIndex(until));

  return {
    get waiting() {
      return waiting?.step;
    },
    mayBegin(step) {
      if (signal.aborted) return Promise.reject(signal.reason);
      if (open(step)) return Promise.resolve();
      onPause(step);
      return new Promise((resolve, reject) => {
        const stop = () => {
          waiting = undefined;
          reject(signal.reason);
        };
        signal.addEventListener('abort', stop, { once: true });
        waiting = {
          step,
          go: () => {
            signal.removeEventListener('abort', stop);
            waiting = undefined;
            onContinue(step);
            resolve();
          },
        };
      });
    },
    release(next) {
      until = next;
      hold = false;
      if (waiting !== undefined && open(waiting.step)) waiting.go();
    },
  };
}
