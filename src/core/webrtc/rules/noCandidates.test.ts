import { expect, test } from 'vitest';
import { lintSdp } from '../lintSdp.ts';
import { answeredWith, offer, offeredWith } from '../testing/linted.ts';
import { answerLines, sdpText } from '../testing/literalSdp.ts';

test('no-candidates: an error in the answer, which nothing can follow, a warning in the offer', () => {
  expect(answeredWith()).toEqual([
    [
      'error no-candidates answer 0',
      'The answer has no candidates',
      'No a=candidate line says where the far end is, and none can follow: the API has no trickle ICE. Chromium then stays in “new” for ever, Firefox fails after 5 s.',
      'The far end must gather before it answers, and write its candidates into the answer.',
    ],
  ]);
  expect(offeredWith()).toEqual([
    [
      'warning no-candidates offer 0',
      'The offer has no candidates',
      'Nothing was gathered before the offer was sent. The far end can still be reached, if its own candidates are public.',
      'Wait for gathering before the call. If gathering ends with nothing, UDP is disallowed here, or the policy is relay without a TURN server that works.',
    ],
  ]);
});

test('no-candidates: those of a rejected section do not count, and where all are rejected none are wanted', () => {
  const text = (...changes: Parameters<typeof sdpText>[1][]) =>
    lintSdp({ offer, answer: sdpText(answerLines, ...changes) }).map(({ rule }) => rule);
  expect(text([/BUNDLE 0 1/, 'BUNDLE 1'], [/^m=audio 9/, 'm=audio 0'])).toEqual([
    'no-candidates',
    'rejected-media',
  ]);
  const none = [/^a=candidate/, undefined] as const;
  expect(text(none, [/^a=group/, undefined], [/^m=(audio|application) 9/, 'm=$1 0'])).toEqual([
    'rejected-media',
    'rejected-channel',
  ]);
  expect(lintSdp({ offer: undefined, answer: sdpText(answerLines.slice(0, 4)) })).toEqual([]);
});
