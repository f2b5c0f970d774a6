import { expect, test } from 'vitest';
import { between, endOf, panned, revealing, ticks, zoomed } from './zoom.ts';

const whole = { from: 0, to: 1000 };

test('while a run goes on the end stays for a while, and is never more than a quarter ahead', () => {
  const end = endOf(10_000, true);
  expect(end).toBeGreaterThan(10_200);
  expect(end).toBeLessThan(12_750);
  expect(endOf(end / 1.03, true)).toBe(end);
  expect(endOf(end, true)).toBeCloseTo(end * 1.25);
  expect(endOf(10_000, false)).toBe(10_200);
});

test('zooming in keeps the moment under the pointer where it is', () => {
  expect(zoomed(whole, whole, 2, 250)).toEqual({ from: 125, to: 625 });
});

test('zooming out as far as possible shows all of it', () => {
  expect(zoomed({ from: 100, to: 700 }, whole, 0.5, 400)).toBeUndefined();
});

test('zooming ends at two milliseconds', () => {
  expect(zoomed({ from: 100, to: 103 }, whole, 4, 101)).toEqual({ from: 100 + 1 / 3, to: 102 + 1 / 3 });
});

test('panning stops at the ends of the run', () => {
  expect(panned({ from: 900, to: 1000 }, whole, 0.5)).toEqual({ from: 900, to: 1000 });
  expect(panned({ from: 20, to: 120 }, whole, -0.5)).toEqual({ from: 0, to: 100 });
});

test('a mark outside comes into the middle, one inside moves nothing', () => {
  expect(revealing({ from: 0, to: 100 }, whole, 500, 500)).toEqual({ from: 450, to: 550 });
  expect(revealing({ from: 0, to: 100 }, whole, 50, 400)).toEqual({ from: 0, to: 100 });
});

test('a drag from right to left is a range too, a click is none', () => {
  expect(between(600, 200, whole)).toEqual({ from: 200, to: 600 });
  expect(between(600, 601, whole)).toBeUndefined();
});

test('ticks are round, and have room for their words', () => {
  expect(ticks({ from: 0, to: 1000 })).toEqual([0, 200, 400, 600, 800]);
  expect(ticks({ from: 130, to: 142 })).toEqual([130, 132, 134, 136, 138, 140]);
  expect(ticks({ from: 5, to: 5 })).toEqual([]);
});
