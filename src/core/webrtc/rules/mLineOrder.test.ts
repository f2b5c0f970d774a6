import { expect, test } from 'vitest';
import { lintSdp } from '../lintSdp.ts';
import { answered, offer } from '../testing/linted.ts';
import { answerLines, sdpText } from '../testing/literalSdp.ts';

test('mline-order: each section that is of another kind is told', () => {
  expect(answered([/^m=application/, 'm=text'])).toEqual([
    [
      'error mline-order answer 17/2',
      'Section 2 of the answer is text, of the offer application',
      'The answer’s m= lines stand in the order of the offer’s. Browsers refuse another order.',
      'The far end must answer section by section, in the offer’s order.',
    ],
  ]);
});

test('mline-order: with another number of sections the order says nothing', () => {
  const short = sdpText(answerLines.slice(0, 16), [/BUNDLE 0 1/, 'BUNDLE 0'], [/^m=audio/, 'm=text']);
  const rules = lintSdp({ offer, answer: short }).map(({ rule }) => rule);
  expect(rules).toContain('mline-count');
  expect(rules).not.toContain('mline-order');
});
