import type { CDPSession, Page } from '@playwright/test';
import { expect, test } from '../fixtures.ts';

declare global {
  interface Window {
    /** timers that have been set and have neither fired nor been cleared; not part of the app */
    pendingTimers: Set<unknown>;
  }
}

/** SOAK_RUNS for fewer. */
const runs = Number(process.env['SOAK_RUNS'] ?? 1000);
/**
 * What is remembered of runs is bounded: 500 secrets, so that none ever comes into a log, and 500 tokens that were handed
 * out. After so many runs both are full, and nothing may grow any more.
 */
const full = 500;
/** What the heap may grow by with each run after that, bytes: the collector is never quite done. */
const noise = 500;
/** between two looks */
const batch = Math.max(1, Math.floor(runs / 20));

interface Look {
  readonly peers: number;
  readonly listeners: number;
  readonly nodes: number;
  readonly timers: number;
  /** bytes */
  readonly heap: number;
  /** ms for one run of the batch before, stop included */
  readonly took: number;
}

function countTimers(): void {
  const pending = new Set<unknown>();
  Object.defineProperty(window, 'pendingTimers', { value: pending });
  const { setTimeout: later, setInterval: often, clearTimeout: cancel } = window;
  const forget = (id: number | undefined) => {
    pending.delete(id);
    cancel(id);
  };
  const set = (handler: TimerHandler, ms?: number, ...args: unknown[]) => {
    const id = later(() => {
      pending.delete(id);
      if (typeof handler === 'function') Reflect.apply(handler, window, args);
    }, ms);
    pending.add(id);
    return id;
  };
  const repeat = (handler: TimerHandler, ms?: number, ...args: unknown[]) => {
    const id = often(handler, ms, ...args);
    pending.add(id);
    return id;
  };
  Object.assign(window, {
    setTimeout: set,
    setInterval: repeat,
    clearTimeout: forget,
    clearInterval: forget,
  });
}

test(`${runs} healthy runs in one page leave nothing behind @long`, async ({ app, page }) => {
  test.setTimeout(900_000);
  await page.addInitScript(countTimers);
  await app.open('?scenario=healthy');
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('Performance.enable');

  // Caches, compiled code and lazy parts come with the first runs.
  await runHealthy(page, batch * 2);
  const looks: Look[] = [];
  for (let done = 0; done < runs; done += batch) {
    const took = (await runHealthy(page, batch)) / batch;
    looks.push({ ...(await lookAt(page, devtools)), took });
  }
  console.table(looks);

  const [early, late] = [summary(looks.slice(0, 5)), summary(looks.slice(-5))];
  const steady = looks.filter((_, index) => (index + 3) * batch > full);
  expect(late.peers, 'peer connections').toBeLessThanOrEqual(early.peers);
  expect(late.timers, 'pending timers').toBeLessThanOrEqual(early.timers + 1);
  expect(late.listeners, 'listeners').toBeLessThanOrEqual(early.listeners + 10);
  expect(late.nodes, 'nodes').toBeLessThanOrEqual(early.nodes * 1.05);
  if (steady.length >= 10) {
    const [begin, end] = [summary(steady.slice(0, 5)), summary(steady.slice(-5))];
    const growth = (end.heap - begin.heap) / ((steady.length - 5) * batch);
    console.log(`The heap grew by ${Math.round(growth)} bytes with each run.`);
    expect(growth, 'heap, with each run').toBeLessThanOrEqual(noise);
  }
  expect(late.took, 'time for a run').toBeLessThanOrEqual(early.took * 2);
  expect((await app.report()).run).toBeGreaterThanOrEqual(runs);
});

/** Resolves with how long they took, ms. */
function runHealthy(page: Page, count: number): Promise<number> {
  return page.evaluate(async (times) => {
    const began = performance.now();
    for (let done = 0; done < times; done += 1) {
      const { outcome, diagnosis } = await window.sessionDebugger.run({ scenario: 'healthy' });
      if (outcome !== 'connected') throw new Error(`run ${done} of ${times}: ${outcome}, ${diagnosis?.code}`);
      await window.sessionDebugger.stop();
    }
    return performance.now() - began;
  }, count);
}

async function lookAt(page: Page, devtools: CDPSession): Promise<Omit<Look, 'took'>> {
  // Twice: what the first round finalises frees more.
  for (const _ of [1, 2]) await devtools.send('HeapProfiler.collectGarbage');
  const { metrics } = await devtools.send('Performance.getMetrics');
  const read = (name: string) => metrics.find((metric) => metric.name === name)?.value ?? Number.NaN;
  return {
    peers: read('RTCPeerConnections'),
    listeners: read('JSEventListeners'),
    nodes: read('Nodes'),
    timers: await page.evaluate(() => window.pendingTimers.size),
    heap: read('JSHeapUsedSize'),
  };
}

/** The middle of each figure: one look may fall into the midst of something. */
function summary(looks: readonly Look[]): Look {
  const middle = (figure: keyof Look) =>
    looks.map((look) => look[figure]).toSorted((a, b) => a - b)[Math.floor(looks.length / 2)] ?? Number.NaN;
  return {
    peers: middle('peers'),
    listeners: middle('listeners'),
    nodes: middle('nodes'),
    timers: middle('timers'),
    heap: middle('heap'),
    took: middle('took'),
  };
}
