import { landmarks } from '../../core/session/landmarks.ts';
import type { LogEntry, LogEntryOf, LogKind } from '../../core/session/log.ts';
import type { SessionStep } from '../../core/session/step.ts';
import type { SessionSummary } from '../../core/session/summary.ts';
import type { Selection } from '../../state/contracts.ts';
import { entryById } from './entryById.ts';

/** What the inspector shows: one entry, or a step as a whole, with the exchange that belongs to it. */
export interface Inspected {
  readonly step: SessionStep | undefined;
  readonly entry: LogEntry | undefined;
  readonly request: LogEntryOf<'request'> | undefined;
  readonly response: LogEntryOf<'response'> | undefined;
  readonly error: LogEntryOf<'rest-error'> | undefined;
  /** the token that the request carried or the reply brought */
  readonly token: LogEntryOf<'token'> | undefined;
}

/** What is selected, or else what deserves a look: the step that failed, that runs, or that ran last. */
export function selectionOrDefault(
  selection: Selection | undefined,
  summary: SessionSummary,
): Selection | undefined {
  if (selection !== undefined) return selection;
  const begun = summary.steps.filter((step) => step.state !== 'waiting' && step.state !== 'skipped').at(-1);
  const step = summary.failedStep ?? begun?.step;
  return step === undefined ? undefined : { kind: 'step', step };
}

export function inspect(
  log: readonly LogEntry[],
  summary: SessionSummary,
  selection: Selection | undefined,
): Inspected {
  const entry = selection?.kind === 'entry' ? entryById(log, selection.id) : undefined;
  const step = selection?.kind === 'step' ? selection.step : entry?.step;
  const stepSummary = summary.steps.find((candidate) => candidate.step === step);
  const requestId = requestOf(entry) ?? requestOf(entryById(log, stepSummary?.requestEntry));
  const request = last(log, 'request', (candidate) => candidate.request === requestId);
  const name = request?.credential.name;
  return {
    step,
    entry,
    request,
    response: last(log, 'response', (candidate) => candidate.request === requestId),
    error: last(log, 'rest-error', (candidate) => candidate.request.id === requestId),
    token: last(log, 'token', (candidate) =>
      name === undefined || step === 'token' ? candidate.step === step : candidate.token === name,
    ),
  };
}

function requestOf(entry: LogEntry | undefined): string | undefined {
  if (entry?.kind === 'request' || entry?.kind === 'response') return entry.request;
  return entry?.kind === 'rest-error' ? entry.request.id : undefined;
}

function last<K extends LogKind>(
  log: readonly LogEntry[],
  kind: K,
  matches: (entry: LogEntryOf<K>) => boolean,
): LogEntryOf<K> | undefined {
  return ofKind(log, kind).findLast(matches);
}

/** The entries of one kind; of the channel's, those that are no messages. */
export function ofKind<K extends LogKind>(log: readonly LogEntry[], kind: K): readonly LogEntryOf<K>[] {
  return landmarks(log).filter((entry): entry is LogEntryOf<K> => entry.kind === kind);
}
