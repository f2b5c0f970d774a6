import { expect, test } from 'vitest';
import { lintSdp } from './lintSdp.ts';
import { answer, offer, told } from './testing/linted.ts';

function toldOf(text: string) {
  return told(lintSdp({ offer, answer: text }));
}

test('only the beginning of what is far too long is checked, and it is said', () => {
  expect(toldOf(answer + 'a=x\r\n'.repeat(20_000))).toEqual([
    [
      'warning too-long answer 0',
      'Only the beginning was checked',
      'Lint reads 20,000 lines and 1,024 media sections. No session needs as many.',
      'Look at what produced it.',
    ],
  ]);
});
