import { expect, test } from 'vitest';
import { duration } from './duration.ts';

test.each([
  [0, '0 ms'],
  [0.6, '1 ms'],
  [999, '999 ms'],
  [1_000, '1.0 s'],
  [-4_200, '4.2 s'],
  [9_949, '9.9 s'],
  [9_950, '10 s'],
  [119_499, '119 s'],
  [119_500, '2 min'],
  [900_000, '15 min'],
  [7_169_999, '119 min'],
  [7_170_000, '2 h'],
  [172_799_999, '48 h'],
  [172_800_000, '2 days'],
  [259_200_000, '3 days'],
])('%d ms are %s', (ms, words) => {
  expect(duration(ms)).toBe(words);
});
