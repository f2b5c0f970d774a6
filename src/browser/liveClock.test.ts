import { expect, test } from 'vitest';
import { skewByDate, skewByToken } from './liveClock.ts';

const noon = Date.UTC(2026, 10, 22, 12);

test('a Date ten minutes off is a skew, in ms', () => {
  expect(skewByDate('Sun, 22 Nov 2026 11:50:00 GMT', 20, noon)).toMatchObject({
    ahead: 600_000,
    from: 'date',
  });
  expect(skewByDate('Sun, 22 Nov 2026 12:10:00 GMT', 20, noon)).toMatchObject({ ahead: -600_000 });
});

test('what the network takes, and what is no date, is no skew', () => {
  expect(skewByDate('Sun, 22 Nov 2026 11:59:40 GMT', 0, noon)).toBeUndefined();
  expect(skewByDate('Sun, 22 Nov 2026 11:59:10 GMT', 25_000, noon)).toBeUndefined();
  expect(skewByDate('soon', 0, noon)).toBeUndefined();
  expect(skewByDate(undefined, 0, noon)).toBeUndefined();
});

test('an iat in the future is a clock that is behind, whoever handed the token out', () => {
  expect(skewByToken(noon / 1000 + 600, false, noon)).toMatchObject({ ahead: -600_000, from: 'iat' });
});

test('an iat in the past is a clock that is ahead only where the token cannot have been kept', () => {
  expect(skewByToken(noon / 1000 - 600, true, noon)).toMatchObject({ ahead: 600_000 });
  expect(skewByToken(noon / 1000 - 600, false, noon)).toBeUndefined();
  expect(skewByToken(undefined, true, noon)).toBeUndefined();
});
