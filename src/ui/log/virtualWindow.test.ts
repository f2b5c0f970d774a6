import { expect, test } from 'vitest';
import { scrollTopFor, virtualWindow } from './virtualWindow.ts';

test('shows the first rows of a short log', () => {
  expect(virtualWindow(3, 220, 0)).toEqual({ contentHeight: 66, first: 0, count: 3, offset: 0 });
});

test('maps scrolled pixels to rows one to one while an element may be that tall', () => {
  expect(virtualWindow(1000, 220, 2210)).toEqual({
    contentHeight: 22_000,
    first: 100,
    count: 11,
    offset: 10,
  });
});

test('shows the last row at the end of three million', () => {
  const { contentHeight, first, count } = virtualWindow(3_000_000, 220, 8_000_000 - 220);
  expect(contentHeight).toBe(8_000_000);
  expect(first + count).toBe(3_000_000);
});

test('reaches every row of three million by index', () => {
  for (const index of [0, 1, 1_234_567, 2_999_998, 2_999_999]) {
    const { first, count } = virtualWindow(3_000_000, 220, scrollTopFor(index, 3_000_000, 220, 0));
    expect(first).toBeLessThanOrEqual(index);
    expect(first + count).toBeGreaterThan(index);
  }
});

test('does not scroll for a row that is in view', () => {
  expect(scrollTopFor(105, 1000, 220, 2200)).toBe(2200);
});

test('scrolls just as far as it must', () => {
  expect(scrollTopFor(110, 1000, 220, 2200)).toBeCloseTo(2222);
  expect(scrollTopFor(99, 1000, 220, 2200)).toBeCloseTo(2178);
});
