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

test('a wall clock that goes back was set, and said once', () => {
  const sleep = observe();
  vi.setSystemTime(Date.now() - 3_600_000);
  vi.advanceTimersByTime(3000);
  sleep.detach();
  expect(log).toEqual([{ kind: 'note', topic: 'clock-set-back', by: 3_600_000 }]);
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
  vi.stubGlobal('document', Object.assign(new EventTarget(), { visibilityState: 'hidden' }));
  const real = performance.now.bind(performance);
  const sleep = observe();
  vi.spyOn(performance, 'now').mockImplementation(() => real() + 60_000);
  vi.setSystemTime(Date.now() + 60_000);
  sleep.check();
  sleep.detach();
  vi.mocked(performance.now).mockRestore();
  expect(log).toEqual([]);
});

test('a hidden page that was suspended did sleep, and says so when it is resumed', () => {
  const page = Object.assign(new EventTarget(), { visibilityState: 'hidden' });
  vi.stubGlobal('document', page);
  const real = performance.now.bind(performance);
  const sleep = observe();
  page.dispatchEvent(new Event('freeze'));
  vi.spyOn(performance, 'now').mockImplementation(() => real() + 5_000);
  vi.setSystemTime(Date.now() + 5_000);
  page.dispatchEvent(new Event('resume'));
  sleep.detach();
  page.dispatchEvent(new Event('resume'));
  vi.mocked(performance.now).mockRestore();
  expect(log).toEqual([{ kind: 'sleep', wallClock: 5_000, monotonic: 5_000, late: 4_000 }]);
});
