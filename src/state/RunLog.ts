import { batch, type ReadonlySignal, signal } from '@preact/signals';
import type { Redactor } from '../core/redaction.ts';
import type { LogEntry, Unlogged } from '../core/session/log.ts';
import { emptySummary, foldEntry, type SummaryFold } from '../core/session/summarise.ts';
import type { SessionSummary } from '../core/session/summary.ts';
import type { SessionWorld } from './contracts.ts';

type Clock = Pick<SessionWorld<never>, 'target' | 'now' | 'wallClock' | 'after'>;

/**
 * ms between two publications of a busy log. A burst of entries costs one array and one rendering, not one each;
 * what ends or pauses a run is published at once.
 */
const publishEvery = 100;

/** The log of the present run and the state folded from it. Every entry is redacted before it exists. */
export interface RunLog {
  readonly log: ReadonlySignal<readonly LogEntry[]>;
  readonly summary: ReadonlySignal<SessionSummary>;
  readonly startedAt: ReadonlySignal<number | undefined>;
  /** starts an empty log; entries of earlier runs that come late are dropped from now on */
  begin(redactor: Redactor): (entry: Unlogged) => string;
  /** an empty log for a session that somebody else runs, whose entries are whole: it began at `started`, epoch ms, `since` ms ago */
  follow(started: number, since: number): (entry: LogEntry) => void;
  /** an empty log, of no run */
  clear(): void;
  /** publishes what waits */
  flush(): void;
  /** ms since the run began */
  now(): number;
}

export function createRunLog(world: Clock): RunLog {
  const blank: SummaryFold = { ...emptySummary, target: world.target };
  const log = signal<readonly LogEntry[]>([]);
  const summary = signal<SessionSummary>(blank);
  const startedAt = signal<number | undefined>(undefined);
  let entries: LogEntry[] = [];
  let folded: SummaryFold = blank;
  let attempt = 1;
  let origin = 0;
  let generation = 0;
  let lastPublished = Number.NEGATIVE_INFINITY;
  let cancelPublication: (() => void) | undefined;

  function publish(): void {
    cancelPublication?.();
    cancelPublication = undefined;
    lastPublished = world.now();
    if (log.peek().length === entries.length && summary.peek() === folded) return;
    batch(() => {
      log.value = entries.slice();
      summary.value = folded;
    });
  }

  function publishSoon(): void {
    if (cancelPublication !== undefined) return;
    // Never within the call that reports: what was begun goes out first, and is rendered while it is under way.
    cancelPublication = world.after(Math.max(0, publishEvery - (world.now() - lastPublished)), publish);
  }

  function clear(): void {
    generation += 1;
    entries = [];
    folded = blank;
    attempt = 1;
    origin = world.now();
    startedAt.value = world.wallClock();
  }

  function begin(redactor: Redactor): (entry: Unlogged) => string {
    clear();
    const own = generation;
    let count = 0;
    return (unlogged) => {
      count += 1;
      const id = `e${count}`;
      if (own !== generation) return id;
      if (unlogged.kind === 'attempt') attempt = unlogged.number;
      const entry: LogEntry = redactor.redact({ id, at: world.now() - origin, attempt, ...unlogged });
      add(entry);
      return id;
    };
  }

  function add(entry: LogEntry): void {
    entries.push(entry);
    folded = foldEntry(folded, entry);
    if (entry.kind === 'run') publish();
    else publishSoon();
  }

  function follow(started: number, since: number): (entry: LogEntry) => void {
    clear();
    const own = generation;
    origin -= since;
    startedAt.value = started;
    return (entry) => {
      if (own === generation) add(entry);
    };
  }

  return { log, summary, startedAt, begin, follow, clear, flush: publish, now: () => world.now() - origin };
}
