import type { Fact } from './fact.ts';
import type { KnownSession } from './sessionRoster.ts';

/** Clocks that part by less are no sleep; a hidden page’s timers may be held back by up to a minute, ms. */
const leastSleep = 3_000;
const leastSleepHidden = 65_000;

/** The wall clock went on while the other stood, or both went on and nothing was sampled meanwhile. */
export function tellOfSleep(session: KnownSession, { at, wall }: Extract<Fact, { saw: 'sample' }>): void {
  const { sampled } = session;
  session.sampled = { at, wall };
  if (sampled === undefined) return;
  const passed = { wallClock: wall - sampled.wall, monotonic: at - sampled.at };
  if (passed.wallClock - passed.monotonic > leastSleep || passed.monotonic > leastSleepHidden)
    session.fold.report({ kind: 'sleep', ...passed, late: passed.monotonic }, at);
}
