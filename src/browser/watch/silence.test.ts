import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { startSilence } from './silence.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

function start(since: number, first: number) {
  const told: number[] = [];
  return { told, silence: startSilence(since, first, (silentFor) => told.push(silentFor)) };
}

test('a silence is told at first, then at each doubling', () => {
  const { told, silence } = start(performance.now(), 1500);
  vi.advanceTimersByTime(13_000);
  expect(told).toEqual([1500, 3000, 6000, 12_000]);
  silence.stop();
});

test('a silence that began earlier is told at once', () => {
  const { told, silence } = start(performance.now() - 6000, 2500);
  vi.advanceTimersByTime(1);
  expect(told).toEqual([6000]);
  vi.advanceTimersByTime(4000);
  expect(told).toEqual([6000, 10_000]);
  silence.stop();
});

test('a stopped silence leaves no timer behind', () => {
  const { told, silence } = start(performance.now(), 1000);
  silence.stop();
  expect(vi.getTimerCount()).toBe(0);
  expect(told).toEqual([]);
  expect(silence.told()).toBe(false);
});
