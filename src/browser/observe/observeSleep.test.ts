import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Unlogged } from '../../core/session/log.ts';
import { observeSleep } from './observeSleep.ts';

let log: Unlogged[];

beforeEach(() => {
  vi.useFakeTimers();
  log = [];
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

function observe() {
  return observeSleep((entry) => String(log.push(entry)));
}

test('a machine that is awake says nothing', () => {
  const sleep = observe();
  vi.advanceTimersByTime(10_000);
  sleep.detach();
  expect(log).toEqual([]);
  expect(vi.getTimerCount()).toBe(0);
});

test('clocks that part are a sleep: the wall clock went on, the monotonic one stood', () => {
  const sleep = observe();
  vi.setSystemTime(Date.now() + 60_000);
  vi.advanceTimersByTime(1000);
  sleep.detach();
  expect(log).toEqual([{ kind: 'sleep', wallClock: 61_000, monotonic: 1000, late: 0 }]);
});

test('timers that come late are a sleep too', () => {
  const real = performance.now.bind(performance);
  const sleep = observe();
  vi.spyOn(performance, 'now').mockImplementation(() => real() + 20_000);
  vi.setSystemTime(Date.now() + 20_000);
  sleep.check();
  sleep.detach();
  vi.mocked(performance.now).mockRestore();
  expect(log).toEqual([{ kind: 'sleep', wallClock: 20_000, monotonic: 20_000, late: 19_000 }]);
});

test('a hidden page, whose timers are held back for a minute, did not sleep', () => {
  vi.stubGlobal('document', { visibilityState: 'hidden' });
  const real = performance.now.bind(performance);
  const sleep = observe();
  vi.spyOn(performance, 'now').mockImplementation(() => real() + 60_000);
  vi.setSystemTime(Date.now() + 60_000);
  sleep.check();
  sleep.detach();
  vi.mocked(performance.now).mockRestore();
  expect(log).toEqual([]);
});
