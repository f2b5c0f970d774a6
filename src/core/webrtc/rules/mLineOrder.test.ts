import { expect, test } from 'vitest';
import { answered } from '../testing/linted.ts';

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
