import { expect, test } from 'vitest';
import { duration } from './duration.ts';

test.each([
  [0, '0 ms'],
  [320, '320 ms'],
  [999.4, '999 ms'],
  [999.5, '1.0 s'],
  [4_200, '4.2 s'],
  [9_949, '9.9 s'],
  [9_950, '10 s'],
  [119_499, '119 s'],
  [119_500, '2 min'],
  [7_169_999, '119 min'],
  [7_170_000, '2 h'],
  [172_799_999, '48 h'],
  [172_800_000, '2 days'],
  [864_000_000, '10 days'],
])('%d ms is %s, before or after', (ms, words) => {
  expect(duration(ms)).toBe(words);
  expect(duration(-ms)).toBe(words);
});
