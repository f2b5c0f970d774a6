import { expect, test } from 'vitest';
import { duration, pathOf, plural, quoted } from './wording.ts';

test.each([
  [0, '0 ms'],
  [0.44, '0.4 ms'],
  [9.96, '10 ms'],
  [132.4, '132 ms'],
  [999.7, '1000 ms'],
  [1000, '1 s'],
  [4250, '4.3 s'],
  [60_000, '1 min'],
  [843_000, '14 min 3 s'],
  [3_600_000, '1 h'],
  [3_660_000, '1 h 1 min'],
  [86_340_000, '23 h 59 min'],
  [86_400_000, '1 d'],
  [90_000_000, '1 d 1 h'],
  [Number.NaN, 'an unknown time'],
])('%d ms read as %s', (ms, text) => {
  expect(duration(ms)).toBe(text);
});

test('counts agree with their nouns', () => {
  expect([0, 1, 999, 1204, 1234567].map((count) => plural(count, 'byte'))).toEqual([
    '0 bytes',
    '1 byte',
    '999 bytes',
    '1,204 bytes',
    '1,234,567 bytes',
  ]);
});

test('of a URL the path and query count', () => {
  expect(pathOf('https://a.test/v1/calls?x=1#y')).toBe('/v1/calls?x=1');
  expect(pathOf('https://a.test')).toBe('https://a.test');
  expect(pathOf('nonsense')).toBe('nonsense');
  expect(pathOf('see https://a.test/x')).toBe('see https://a.test/x');
});

test('a quotation is one line and not long', () => {
  expect(quoted(' a\n b ')).toBe('"a b"');
  expect(quoted('x'.repeat(500))).toHaveLength(202);
});
