import { expect, test } from 'vitest';
import { waitedWords } from './waiting.ts';

const answer = { sentence: 'x', since: 1_000, limit: { after: 10_000, andThen: 'gives up' } };
const attempt = { sentence: 'x', since: 1_000, until: 3_000 };

test('what goes on says for how long, and what comes of it', () => {
  expect(waitedWords(answer, 3_430, false)).toBe('for 2.4 s; this page gives up after 10 s');
  expect(waitedWords(attempt, 1_600, false)).toBe('in 1.4 s; Stop ends the run instead');
});

test('what is over promises nothing, and offers nothing to press', () => {
  expect(waitedWords(answer, 3_430, true)).toBe('for 2.4 s; the limit was 10 s');
  expect(waitedWords(attempt, 1_600, true)).toBe('in 1.4 s');
});
