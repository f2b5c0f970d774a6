import type { Failure } from './failure.ts';
import type { LogEntry, LogEntryOf } from './log.ts';
import { type SessionStep, sessionSteps, stepIndex } from './step.ts';
import type { SessionSummary, StepSummary } from './summary.ts';

/** A summary that can go on: with the failures met so far, by the id of their entry. */
export interface SummaryFold extends SessionSummary {
  readonly failures: Readonly<Record<string, Failure>>;
}

/** Before anything has happened. */
export const emptySummary: SummaryFold = {
  run: 0,
  target: 'simulated',
  route: 'rest',
  outcome: 'idle',
  attempts: 0,
  steps: sessionSteps.map((step) => ({ step, state: 'waiting' })),
  failures: {},
};

/** The state of a run, from its log alone. */
export function summarise(log: readonly LogEntry[]): SessionSummary {
  return log.reduce(foldEntry, emptySummary);
}

/** The summary after one more entry; the same object where the entry changes nothing. */
export function foldEntry(summary: SummaryFold, entry: LogEntry): SummaryFold {
  switch (entry.kind) {
    case 'run-started':
      return {
        ...emptySummary,
        run: entry.run,
        target: entry.target,
        route: entry.route,
        outcome: 'running',
        attempts: 1,
      };
    case 'run':
      return foldRun(summary, entry);
    case 'attempt':
      return {
        ...without(summary, 'endedBy', 'connectedAt', 'failedStep', 'pausedBefore'),
        outcome: 'running',
        attempts: Math.max(summary.attempts, entry.number),
        steps: summary.steps.map((each) =>
          stepIndex(each.step) < stepIndex(entry.from) ? each : { step: each.step, state: 'waiting' },
        ),
      };
    case 'step':
      return entry.step === undefined ? summary : foldStep(summary, entry, entry.step);
    case 'request':
      return changeStep(summary, entry.step, (step) => ({ ...step, requestEntry: entry.id }));
    case 'response':
      return changeStep(summary, entry.step, (step) => ({
        ...step,
        responseEntry: entry.id,
        status: entry.status,
      }));
    case 'rest-error':
    case 'connection-failure':
    case 'settings-refused':
    case 'unexpected':
      return { ...summary, failures: { ...summary.failures, [entry.id]: entry.failure } };
    case 'token':
    case 'token-history':
    case 'ice-servers':
    case 'description':
    case 'state':
    case 'candidate':
    case 'candidate-error':
    case 'channel':
    case 'track':
    case 'statistics':
    case 'watch':
    case 'sleep':
    case 'media':
    case 'note':
      return summary;
  }
}

function foldRun(summary: SummaryFold, entry: LogEntryOf<'run'>): SummaryFold {
  const rest = without(summary, 'pausedBefore');
  switch (entry.state) {
    case 'paused': {
      const before = entry.step ?? summary.steps.find((step) => step.state === 'waiting')?.step;
      return { ...rest, outcome: 'paused', ...(before === undefined ? {} : { pausedBefore: before }) };
    }
    case 'continued':
      return { ...rest, outcome: 'running' };
    case 'connected':
      return { ...without(rest, 'failedStep', 'endedBy'), outcome: 'connected', connectedAt: entry.at };
    case 'failed':
      return ended(rest, 'failed', entry.by ?? 'failure');
    case 'stopped':
      return ended(rest, 'stopped', entry.by ?? 'user');
  }
}

/** After the end no step is running: one that was cut short is waiting for its next chance. */
function ended(
  summary: SummaryFold,
  outcome: 'failed' | 'stopped',
  endedBy: 'user' | 'failure' | 'new-run',
): SummaryFold {
  const steps = summary.steps.map(
    (step): StepSummary => (step.state === 'running' ? { ...step, state: 'waiting' } : step),
  );
  return { ...summary, outcome, endedBy, steps };
}

function foldStep(summary: SummaryFold, entry: LogEntryOf<'step'>, name: SessionStep): SummaryFold {
  const changed = changeStep(summary, name, (step) => {
    const failure = entry.failedBy === undefined ? undefined : summary.failures[entry.failedBy];
    return {
      // A step that runs again begins anew.
      ...(entry.state === 'running' ? { step: name, startedAt: entry.at } : step),
      state: entry.state,
      ...(entry.took === undefined ? {} : { took: entry.took }),
      ...(entry.failedBy === undefined ? {} : { failedBy: entry.failedBy }),
      ...(failure === undefined ? {} : { failure }),
    };
  });
  if (entry.state === 'failed') return { ...changed, failedStep: name };
  return changed.failedStep === name ? without(changed, 'failedStep') : changed;
}

function changeStep(
  summary: SummaryFold,
  name: SessionStep | undefined,
  change: (step: StepSummary) => StepSummary,
): SummaryFold {
  if (name === undefined) return summary;
  return { ...summary, steps: summary.steps.map((step) => (step.step === name ? change(step) : step)) };
}

function without(
  summary: SummaryFold,
  ...names: readonly ('endedBy' | 'connectedAt' | 'failedStep' | 'pausedBefore')[]
): SummaryFold {
  const { endedBy, connectedAt, failedStep, pausedBefore, ...rest } = summary;
  const kept = (name: (typeof names)[number]) => !names.includes(name);
  return {
    ...rest,
    ...(endedBy !== undefined && kept('endedBy') ? { endedBy } : {}),
    ...(connectedAt !== undefined && kept('connectedAt') ? { connectedAt } : {}),
    ...(failedStep !== undefined && kept('failedStep') ? { failedStep } : {}),
    ...(pausedBefore !== undefined && kept('pausedBefore') ? { pausedBefore } : {}),
  };
}
