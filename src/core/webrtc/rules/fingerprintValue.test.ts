import { expect, test } from 'vitest';
import { fingerprintProblem, isFingerprint } from './fingerprintValue.ts';

const pairs = (count: number) => Array.from({ length: count }, () => 'aF').join(':');
const noBytes = 'The bytes are not pairs of hexadecimal digits with colons between them.';

test.each([
  ['', 'It is not “hash-function hexadecimal bytes”.'],
  ['sha-1', 'It is not “hash-function hexadecimal bytes”.'],
  [`sha-1 ${pairs(20)} x`, 'It is not “hash-function hexadecimal bytes”.'],
  [`md5 ${pairs(16)}`, '“md5” is no hash function that browsers take.'],
  ['constructor AB', '“constructor” is no hash function that browsers take.'],
  [`sha-1 ${pairs(19)}:ABC`, noBytes],
  [`sha-1 ${pairs(19)}:A`, noBytes],
  [`sha-1 ${pairs(19)}:xAB`, noBytes],
  [`sha-1 ${pairs(19)}:0G`, noBytes],
  [`sha-1 ${pairs(20)}:`, noBytes],
  [`sha-1 ${pairs(19)}`, 'sha-1 has 20 bytes, here are 19.'],
  [`sha-1 ${pairs(1_021)}`, 'sha-1 has 20 bytes, here are 1,021.'],
])('“%s” is no fingerprint', (value, problem) => {
  expect(fingerprintProblem(value)).toBe(problem);
  expect(isFingerprint(value)).toBe(false);
});

test.each([`sha-1 ${pairs(20)}`, ` SHA-256\t ${pairs(32)} `])('“%s” is one', (value) => {
  expect(fingerprintProblem(value)).toBeUndefined();
  expect(isFingerprint(value)).toBe(true);
});
