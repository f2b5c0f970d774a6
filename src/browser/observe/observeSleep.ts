import type { Unlogged } from '../../core/session/log.ts';

/** How often the clocks are compared, ms. */
const period = 1000;

/** Clocks that part by less, or timers that are late by less, are no sleep, ms. */
const leastSleep = 3000;

/** A hidden page's timers may be held back by up to a minute, without any sleep (Chromium, intensive throttling). */
const leastSleepHidden = 65_000;

export interface SleepObservation {
  /** Compares at once: whoever blames a time limit asks first whether the machine slept. */
  check(): void;
  detach(): void;
}

/**
 * Tells a machine that slept by its clocks: the wall clock went on while the monotonic one stood (Linux), or both went
 * on and timers came late (macOS, Windows). A wall clock that goes back was set.
 */
export function observeSleep(report: (entry: Unlogged) => string): SleepObservation {
  let wall = Date.now();
  let monotonic = performance.now();
  let timer = setTimeout(look, period);

  let wasFrozen = false;
  const detached = new AbortController();
  const { signal } = detached;
  // A tab that the browser suspended (Page Lifecycle) sleeps as a machine does, however briefly.
  globalThis.document?.addEventListener(
    'freeze',
    () => {
      wasFrozen = true;
    },
    { signal },
  );
  globalThis.document?.addEventListener('resume', () => check(), { signal });

  function check(): void {
    const passed = { wallClock: Date.now() - wall, monotonic: performance.now() - monotonic };
    wall += passed.wallClock;
    monotonic += passed.monotonic;
    const late = Math.max(0, passed.monotonic - period);
    const hidden = globalThis.document?.visibilityState === 'hidden';
    const parted = passed.wallClock - passed.monotonic;
    if (parted > leastSleep || late > (hidden && !wasFrozen ? leastSleepHidden : leastSleep)) {
      report({ kind: 'sleep', ...passed, late });
    } else if (parted < -leastSleep) {
      report({ kind: 'note', topic: 'clock-set-back', by: Math.round(-parted) });
    }
    wasFrozen = false;
  }

  function look(): void {
    check();
    timer = setTimeout(look, period);
  }

  return {
    check,
    detach() {
      clearTimeout(timer);
      detached.abort();
    },
  };
}
