import { expect, test } from 'vitest';
import { retryAfter } from './retryAfter.ts';

const now = Date.parse('Sun, 22 Nov 2026 18:00:00 GMT');

test.each([
  ['seconds', '30', 30],
  ['seconds with space around', ' 5 ', 5],
  ['an HTTP date', 'Sun, 22 Nov 2026 18:00:30 GMT', 30],
  ['an HTTP date that has passed', 'Sun, 22 Nov 2026 17:00:00 GMT', 0],
])('%s is read', (_, header, seconds) => {
  expect(retryAfter(header, now)).toBe(seconds);
});

test.each([
  ['absent', null],
  ['negative', '-5'],
  ['a fraction', '1.5'],
  ['a word', 'soon'],
  ['empty', ''],
])('what is %s gives nothing', (_, header) => {
  expect(retryAfter(header, now)).toBeUndefined();
});
