import { expect, test } from 'vitest';
import { lintSdp } from '../lintSdp.ts';
import { answered, inFirst, offer, offered, told } from '../testing/linted.ts';
import { answerLines, offerLines, sdpText } from '../testing/literalSdp.ts';

const decides = [
  'The answer decides who begins the DTLS handshake: active or passive. Browsers refuse anything else.',
  'The far end must answer active (or passive).',
];
const leaves = ['An offer leaves the choice to the answer: actpass.', 'Offer a=setup:actpass.'];

test.each(['actpass', 'holdconn', 'x'])('setup: an answer cannot say %s', (role) => {
  expect(told(lintSdp({ offer, answer: inFirst(/setup:active/, `setup:${role}`) }))).toEqual([
    ['error setup answer 12/1', `a=setup:${role} in the answer`, ...decides],
  ]);
});

test.each([
  ['active', 'warning'],
  ['passive', 'warning'],
  ['holdconn', 'error'],
  ['x', 'error'],
])('setup: an offer that says %s gets a word of kind %s', (role, severity) => {
  expect(told(lintSdp({ offer: inFirst(/setup:actpass/, `setup:${role}`, offerLines) }))).toEqual([
    [`${severity} setup offer 12/1`, `a=setup:${role} in the offer`, ...leaves],
  ]);
});

test('setup: passive is a decision, white space around it none of ours', () => {
  expect(answered([/setup:active/, 'setup:passive'])).toEqual([]);
  expect(answered([/setup:active/, 'setup: active '])).toEqual([]);
  expect(offered([/setup:actpass/, 'setup:actpass '])).toEqual([]);
});

test('setup: where it is absent, it is said what a browser takes it for', () => {
  expect(answered([/^a=setup/, undefined])).toEqual([
    [
      'warning setup answer 6/1',
      'The audio section (mid 0) of the answer has no a=setup',
      'Who begins the DTLS handshake is not said. Chromium then takes the far end for active; other peers refuse it.',
      'Write a=setup:active.',
    ],
  ]);
  expect(offered([/^a=setup/, undefined])).toEqual([
    [
      'warning setup offer 6/1',
      'The audio section (mid 0) of the offer has no a=setup',
      'Who begins the DTLS handshake is not said. It then counts as active; other peers refuse it.',
      'Write a=setup:actpass.',
    ],
  ]);
});

test('setup: both sides active, or both passive', () => {
  const both = (role: string) => {
    const changes = [/^a=setup:.*/, `a=setup:${role}`] as const;
    const findings = lintSdp({
      offer: sdpText(offerLines, changes),
      answer: sdpText(answerLines, changes),
    });
    return told(findings.filter(({ side }) => side === 'answer'));
  };
  expect(both('active')).toEqual([
    [
      'error setup answer 12/1',
      'Both sides are active',
      'Offer and answer both say a=setup:active, so both begin the DTLS handshake.',
      'The far end must answer a=setup:passive.',
    ],
  ]);
  expect(both(' passive')).toEqual([
    [
      'error setup answer 12/1',
      'Both sides are passive',
      'Offer and answer both say a=setup:passive, so nobody begins the DTLS handshake.',
      'The far end must answer a=setup:active.',
    ],
  ]);
});

test('setup: what stands in the session counts for the sections that need it, rejected ones need none', () => {
  const inSession = (role: string) =>
    sdpText(answerLines, [/^a=setup/, undefined], [/^t=0 0/, `t=0 0\r\na=setup:${role}`]);
  expect(lintSdp({ offer, answer: inSession('active') })).toEqual([]);
  expect(told(lintSdp({ offer, answer: inSession('actpass') }))).toEqual([
    ['error setup answer 5/1', 'a=setup:actpass in the answer', ...decides],
  ]);
  const apart = [/BUNDLE 0 1/, 'BUNDLE 0'] as const;
  expect(
    answered(apart, [/^m=application 9/, 'm=application 0'], [/setup:active/, 'setup:x']).map(
      ([where]) => where,
    ),
  ).toEqual(['error setup answer 12/1', 'error rejected-channel answer 17/2']);
});
