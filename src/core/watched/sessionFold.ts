import type { ConnectionFailure } from '../session/failure.ts';
import type { LogEntry, Unlogged } from '../session/log.ts';
import { defaultSettings, type Settings } from '../session/settings.ts';
import { type SessionStep, sessionSteps, stepIndex } from '../session/step.ts';
import type { WatchedPage } from './fact.ts';

/** How long a failed request for credentials may stay without consequence: pages go on with what they got, or do not, ms. */
const grace = 250;

export type SessionOutcome = 'running' | 'connected' | 'failed' | 'stopped';

export interface SessionBegin {
  readonly number: number;
  /** ms since the probe began */
  readonly at: number;
  readonly from: SessionStep;
  readonly settings: Partial<Settings>;
  readonly page: WatchedPage;
  readonly emit: (entry: LogEntry) => void;
}

/** One session of a page as its log tells it: the steps are inferred. Times are ms since the probe began. */
export interface SessionFold {
  readonly number: number;
  readonly beganAt: number;
  /** Its first entry; once. */
  start(): void;
  /** Adds id, time, attempt and, where the entry names none, the present step. Returns the id. */
  report(entry: Unlogged, at: number): string;
  /** The step begins: what came before it is done, or was not seen. After an end it is another attempt. */
  begin(step: SessionStep, at: number): void;
  done(step: SessionStep, at: number): void;
  /** The step turned out to have been done together with another. */
  seen(step: SessionStep, at: number): void;
  /** The step failed because of the entry named; after a request for credentials a page may go on all the same. */
  fail(step: SessionStep, entry: string, at: number): void;
  failConnection(step: SessionStep, failure: ConnectionFailure, at: number): void;
  /** Whether a failed request was still without consequence: it has its consequence now. */
  settle(at: number): boolean;
  connected(at: number): void;
  stop(at: number): void;
  outcome(): SessionOutcome;
  present(): SessionStep;
  /** when the present step began */
  since(): number;
  /** when something happens if nothing else does */
  next(): number | undefined;
  pass(at: number): void;
}

export function foldSession({ number, at: beganAt, from, settings, page, emit }: SessionBegin): SessionFold {
  const states = new Map<SessionStep, 'running' | 'done' | 'failed' | 'skipped'>();
  const began = new Map<SessionStep, number>();
  let present = from;
  let outcome: SessionOutcome = 'running';
  let attempt = 1;
  let count = 0;
  let pending: { readonly step: SessionStep; readonly entry: string; readonly due: number } | undefined;

  function report(entry: Unlogged, at: number): string {
    count += 1;
    const id = `e${count}`;
    const step = entry.step ?? (entry.kind === 'run-started' || entry.kind === 'run' ? undefined : present);
    emit({ id, at: Math.max(0, at - beganAt), attempt, ...entry, ...(step === undefined ? {} : { step }) });
    return id;
  }

  function setState(
    step: SessionStep,
    state: 'running' | 'done' | 'failed' | 'skipped',
    at: number,
    failedBy?: string,
  ): void {
    const since = began.get(step);
    if (state === 'running') began.set(step, at);
    states.set(step, state);
    const ended = state === 'done' || state === 'failed';
    report(
      {
        kind: 'step',
        step,
        state,
        ...(ended && since !== undefined ? { took: at - since } : {}),
        ...(failedBy === undefined ? {} : { failedBy }),
      },
      at,
    );
  }

  function done(step: SessionStep, at: number): void {
    if (states.get(step) === 'running') setState(step, 'done', at);
  }

  function failNow(step: SessionStep, entry: string, at: number): void {
    pending = undefined;
    setState(step, 'failed', at, entry);
    outcome = 'failed';
    report({ kind: 'run', state: 'failed', by: 'failure' }, at);
  }

  function again(step: SessionStep, at: number): void {
    attempt += 1;
    outcome = 'running';
    for (const each of sessionSteps) if (stepIndex(each) >= stepIndex(step)) states.delete(each);
    report({ kind: 'attempt', step, number: attempt, from: step, why: 'again', delay: 0 }, at);
  }

  return {
    number,
    beganAt,
    start() {
      const route = settings.route ?? 'backend';
      report(
        {
          kind: 'run-started',
          run: number,
          wallClock: page.startedAt + beganAt,
          target: 'watched',
          route,
          from,
          settings: { ...defaultSettings, route, ...settings },
          limits: page.limits,
          userAgent: page.userAgent,
          pageUrl: page.pageUrl,
        },
        beganAt,
      );
    },
    report,
    begin(step, at) {
      if (pending !== undefined && step !== pending.step) {
        pending = undefined;
        done(present, at);
      }
      if (outcome === 'failed' || outcome === 'stopped') again(step, at);
      if (states.get(step) === 'running') return;
      for (const earlier of sessionSteps.slice(0, stepIndex(step))) {
        done(earlier, at);
        if (!states.has(earlier)) setState(earlier, 'skipped', at);
      }
      present = step;
      setState(step, 'running', at);
    },
    done,
    seen(step, at) {
      if (states.get(step) !== 'done') setState(step, 'done', at);
    },
    fail(step, entry, at) {
      if (stepIndex(step) > stepIndex('ice-config')) failNow(step, entry, at);
      else pending = { step, entry, due: at + grace };
    },
    failConnection(step, failure, at) {
      if (outcome === 'failed' || outcome === 'stopped') return;
      failNow(step, report({ kind: 'connection-failure', step, failure }, at), at);
    },
    settle(at) {
      if (pending === undefined) return false;
      failNow(pending.step, pending.entry, at);
      return true;
    },
    connected(at) {
      if (outcome !== 'running') return;
      done('connection', at);
      outcome = 'connected';
      report({ kind: 'run', state: 'connected' }, at);
    },
    stop(at) {
      if (pending !== undefined) failNow(pending.step, pending.entry, at);
      if (outcome !== 'running' && outcome !== 'connected') return;
      outcome = 'stopped';
      report({ kind: 'run', state: 'stopped', by: 'user' }, at);
    },
    outcome: () => outcome,
    present: () => present,
    since: () => began.get(present) ?? beganAt,
    next: () => pending?.due,
    pass(at) {
      if (pending !== undefined && pending.due <= at) failNow(pending.step, pending.entry, at);
    },
  };
}
