import { expect, test } from 'vitest';
import { createRateLimit } from './rateLimit.ts';

test('what comes at once is granted up to the bound, then only what the rate allows', () => {
  let now = 0;
  const limit = createRateLimit({ perSecond: 100, atOnce: 250 }, () => now);
  expect(limit.take(200)).toBe(200);
  expect(limit.take(200)).toBe(50);
  expect(limit.take(200)).toBe(0);
  now = 500;
  expect(limit.take(200)).toBe(50);
  now = 60_500;
  expect(limit.take(1000)).toBe(250);
});
