import { describeFailure } from '../../session/describeFailure.ts';
import type { LogEntry } from '../../session/log.ts';
import { sessionSteps } from '../../session/step.ts';
import type { SessionSummary, StepSummary } from '../../session/summary.ts';
import type { Both, ComparedStep } from './sessionComparison.ts';

/** Below this much more, and this many times as long, two times are the same: networks vary, ms. */
const noise = { ms: 250, ratio: 2 } as const;

/** Shorter times than this say nothing about a ratio, ms. */
const tooShort = 1;

/** The steps beside each other: state, status, time and failure. */
export function compareSteps(
  logs: Both<readonly LogEntry[]>,
  { left, right }: Both<SessionSummary>,
): readonly ComparedStep[] {
  const ids = { left: idsByStep(logs.left), right: idsByStep(logs.right) };
  return sessionSteps.map((step, index) => {
    const one: StepSummary = left.steps[index] ?? { step, state: 'waiting' };
    const other: StepSummary = right.steps[index] ?? { step, state: 'waiting' };
    const took = { left: one.took, right: other.took };
    const ratio = ratioOf(took);
    const slower =
      ratio !== undefined &&
      ratio >= noise.ratio &&
      Math.abs((took.left ?? 0) - (took.right ?? 0)) >= noise.ms;
    const state = { left: one.state, right: other.state };
    const status = { left: one.status, right: other.status };
    const failure = { left: failureOf(one), right: failureOf(other) };
    return {
      step,
      state,
      status,
      took,
      ratio,
      slower,
      failure,
      entries: { left: entryOf(one) ?? ids.left.get(step), right: entryOf(other) ?? ids.right.get(step) },
      differs:
        state.left !== state.right ||
        status.left !== status.right ||
        failure.left !== failure.right ||
        slower,
    };
  });
}

function ratioOf({ left, right }: Both<number | undefined>): number | undefined {
  if (left === undefined || right === undefined) return undefined;
  const shorter = Math.min(left, right);
  return shorter < tooShort ? undefined : Math.max(left, right) / shorter;
}

function failureOf({ state, failure }: StepSummary): string | undefined {
  if (state !== 'failed') return undefined;
  return failure === undefined ? 'failed' : `failed: ${describeFailure(failure)}`;
}

function entryOf({ failedBy, responseEntry, requestEntry }: StepSummary): string | undefined {
  return failedBy ?? responseEntry ?? requestEntry;
}

/** The entry with which each step began. */
function idsByStep(log: readonly LogEntry[]): ReadonlyMap<string, string> {
  const ids = new Map<string, string>();
  for (const entry of log) {
    if (entry.kind === 'step' && entry.step !== undefined && !ids.has(entry.step))
      ids.set(entry.step, entry.id);
  }
  return ids;
}
