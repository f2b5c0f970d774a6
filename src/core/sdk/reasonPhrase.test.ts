import { expect, test } from 'vitest';
import { reasonPhrase, statusOfPhrase } from './reasonPhrase.ts';

test('a status that Node has no phrase for has an empty one', () => {
  expect(reasonPhrase(404)).toBe('Not Found');
  expect(reasonPhrase(524)).toBe('');
});

test.each([
  ['Unauthorized', 401],
  ['UNPROCESSABLE ENTITY', 422],
  ['  Bad Gateway (nginx)', 502],
  ['Request Entity Too Large', 413],
  ['Content Too Large', 413],
  ['Unprocessable Content', 422],
  ['Gateway Time-out, tried twice', 504],
  ['not a Bad Gateway', undefined],
  ['the Gateway Time-out', undefined],
  ['', undefined],
])('“%s” is the phrase of %s', (text, status) => {
  expect(statusOfPhrase(text)).toBe(status);
});
