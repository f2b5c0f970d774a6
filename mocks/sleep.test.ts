import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { stubSleep } from './sleep.ts';

beforeEach(() => vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] }));
afterEach(() => vi.useRealTimers());

test('the wall clock jumps once it sleeps, and goes right again when the run is over', () => {
  const { now } = Date;
  const over = new AbortController();
  stubSleep({ after: 800, asleep: 60_000 }, over.signal);
  expect(Date.now() - now()).toBeLessThan(1000);
  vi.advanceTimersByTime(800);
  expect(Date.now() - now()).toBeGreaterThan(59_000);
  over.abort();
  expect(Date.now).toBe(now);
});

test('a run that ends before never sleeps', () => {
  const { now } = Date;
  const over = new AbortController();
  stubSleep({ after: 800, asleep: 60_000 }, over.signal);
  over.abort();
  vi.advanceTimersByTime(1000);
  expect(Date.now).toBe(now);
});
