import { expect, test } from 'vitest';
import { lintSdp } from '../lintSdp.ts';
import { answer, answered, offered, told } from '../testing/linted.ts';
import { answerLines, offerLines, sdpText } from '../testing/literalSdp.ts';

const outOfGroup = 'The far end must take it out of the group.';
const doesNot = [
  [
    'warning bundle answer 0',
    'The answer does not bundle',
    'Without a=group:BUNDLE each section needs a transport of its own: more candidates, more checks, more ways to fail. With bundlePolicy max-bundle a browser refuses it.',
    'The far end should accept the offer’s BUNDLE group.',
  ],
];

test('bundle: a mid that no section has, in either', () => {
  const rest = [
    'a=group:BUNDLE names a section that is not there. Browsers refuse that.',
    'The group must name the mids of the sections below it, and no others.',
  ];
  expect(answered([/BUNDLE 0 1/, 'BUNDLE 0 1 7'])).toEqual([
    ['error bundle answer 5', 'The answer bundles mid 7, which no section has', ...rest],
  ]);
  expect(offered([/BUNDLE 0 1/, 'BUNDLE 0 1 8'])).toEqual([
    ['error bundle offer 5', 'The offer bundles mid 8, which no section has', ...rest],
  ]);
});

test('bundle: what the answer rejects, and what was not offered in a group', () => {
  expect(answered([/^m=application 9/, 'm=application 0'])[0]).toEqual([
    'warning bundle answer 5',
    'The answer bundles mid 1, which it rejects',
    'A section with port 0 must not be in the BUNDLE group.',
    outOfGroup,
  ]);
  expect(told(lintSdp({ offer: sdpText(offerLines, [/BUNDLE 0 1/, 'BUNDLE 0']), answer }))).toEqual([
    [
      'error bundle answer 5',
      'The answer bundles mid 1, the offer does not',
      'An answer can only bundle what was offered in a group.',
      outOfGroup,
    ],
  ]);
  const rejectedOffer = sdpText(offerLines, [/^m=application 9/, 'm=application 0']);
  expect(lintSdp({ offer: rejectedOffer })).toEqual([]);
});

test('bundle: what the offer lacks altogether is the mid’s fault, not the group’s', () => {
  expect(answered([/^a=mid:1/, 'a=mid:x'], [/BUNDLE 0 1/, 'BUNDLE 0 x']).map(([where]) => where)).toEqual([
    'error mid answer 23/2',
  ]);
});

test('bundle: an answer without the group that was offered, where two sections are left', () => {
  const apart = [/^a=group.*/, undefined] as const;
  expect(answered(apart)).toEqual(doesNot);
  expect(answered([/^a=group:BUNDLE/, 'a=group:LS'])).toEqual(doesNot);
  expect(answered(apart, [/^m=application 9/, 'm=application 0']).map(([where]) => where)).toEqual([
    'error rejected-channel answer 16/2',
  ]);
  expect(lintSdp({ offer: sdpText(offerLines, apart), answer: sdpText(answerLines, apart) })).toEqual([]);
  expect(
    lintSdp({ offer: sdpText(offerLines, [/BUNDLE 0 1/, 'BUNDLE']), answer: sdpText(answerLines, apart) }),
  ).toEqual([]);
});

test('bundle: white space behind a mid is none of its', () => {
  expect(offered([/^a=mid:1/, 'a=mid:1 '])).toEqual([]);
});
