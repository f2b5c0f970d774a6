import { effect, type ReadonlySignal, signal, untracked } from '@preact/signals';
import type { Outcome } from '../core/session/summary.ts';
import type { SessionWorld } from './contracts.ts';
import type { RunLog } from './RunLog.ts';

/** How often the clock moves, ms: somebody watches a run, and leaves a connection alone. */
const clockTick = { run: 100, connection: 1_000 } as const;

/** ms since the run began, ticking while it goes on; where the log ends afterwards. */
export function createRunClock(
  outcome: ReadonlySignal<Outcome>,
  runLog: RunLog,
  world: Pick<SessionWorld<never>, 'after'>,
): ReadonlySignal<number> {
  const clock = signal(0);
  effect(() => {
    const tickEvery = outcome.value === 'connected' ? clockTick.connection : clockTick.run;
    if (!isGoing(outcome.value)) {
      clock.value = untracked(() => runLog.log.value.at(-1)?.at ?? 0);
      return undefined;
    }
    let cancel: () => void;
    const tick = () => {
      clock.value = runLog.now();
      cancel = world.after(tickEvery, tick);
    };
    tick();
    return () => cancel();
  });
  return clock;
}

export function isGoing(outcome: Outcome): boolean {
  return outcome === 'running' || outcome === 'paused' || outcome === 'connected';
}
