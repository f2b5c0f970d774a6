import { effect, type ReadonlySignal, signal, untracked } from '@preact/signals';
import type { Recording } from '../core/recording/recording.ts';
import { summarise } from '../core/session/summarise.ts';
import type { SessionModel } from './contracts.ts';

/** What is compared of a recording. */
export type Comparable = Pick<Recording, 'log' | 'startedAt' | 'name' | 'scenario'>;

/** Two sessions side by side: the good one on the left, as far as one of them is. */
export interface Comparison {
  readonly sides: ReadonlySignal<{ readonly left: Comparable; readonly right: Comparable } | undefined>;
  /** the last run of this tab that connected; not the present one */
  readonly lastGood: ReadonlySignal<Comparable | undefined>;
  compare(one: Comparable, other: Comparable): void;
  exchange(): void;
}

const comparisons = new WeakMap<SessionModel, Comparison>();

/** The comparison that belongs to the session; made when it is first asked for. */
export function comparisonOf(session: SessionModel): Comparison {
  const known = comparisons.get(session) ?? createComparison(session);
  comparisons.set(session, known);
  return known;
}

/** The present run as something that can be compared. */
export function presentRun(session: SessionModel): Comparable {
  const scenario = session.scenario.value?.id;
  const log = session.log.value;
  const [started] = log;
  return {
    log,
    startedAt: started?.kind === 'run-started' ? started.wallClock : 0,
    ...(scenario !== undefined && { scenario }),
  };
}

function createComparison(session: SessionModel): Comparison {
  const sides = signal<{ readonly left: Comparable; readonly right: Comparable } | undefined>(undefined);
  const lastGood = signal<Comparable | undefined>(undefined);
  let connected: Comparable | undefined;

  // A run is told from another by its first entry: state and log are published together.
  effect(() => {
    const { outcome } = session.summary.value;
    const isAnother = connected !== undefined && connected.log[0] !== session.log.value[0];
    if (isAnother) lastGood.value = connected;
    if (outcome === 'connected') connected = untracked(() => presentRun(session));
    else if (isAnother) connected = undefined;
  });

  return {
    sides,
    lastGood,
    compare(one, other) {
      const swap = !isGood(one) && isGood(other);
      sides.value = swap ? { left: other, right: one } : { left: one, right: other };
    },
    exchange() {
      const now = sides.value;
      if (now !== undefined) sides.value = { left: now.right, right: now.left };
    },
  };
}

function isGood({ log }: Comparable): boolean {
  return summarise(log).outcome === 'connected';
}
