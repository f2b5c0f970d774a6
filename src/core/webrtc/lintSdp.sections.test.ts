import { expect, test } from 'vitest';
import { lintSdp } from './lintSdp.ts';
import { answerLines, offerLines, sdpText } from './testing/literalSdp.ts';
import { told } from './testing/told.ts';

const offer = sdpText(offerLines);
const answer = sdpText(answerLines);

type Changes = readonly Parameters<typeof sdpText>[1][];

function answered(...changes: Changes) {
  return told(lintSdp({ offer, answer: sdpText(answerLines, ...changes) }));
}

function offered(...changes: Changes) {
  return told(lintSdp({ offer: sdpText(offerLines, ...changes) }));
}

const rejects = 'What the far end does not want it rejects with port 0; it never leaves it out.';

test('mline-count: both numbers and the kinds of the offer are told', () => {
  const short = sdpText(answerLines.slice(0, 16), [/BUNDLE 0 1/, 'BUNDLE 0']);
  expect(told(lintSdp({ offer, answer: short }))).toEqual([
    [
      'error mline-count answer 0',
      'The answer has 1 media sections, the offer 2',
      'An answer has one m= line for each of the offer’s, in the same order (audio, application). Browsers refuse it otherwise.',
      rejects,
    ],
  ]);
  const [long] = told(lintSdp({ offer, answer: `${answer}m=video 0 UDP/TLS/RTP/SAVPF 0\r\na=mid:2\r\n` }));
  expect(long?.slice(0, 2)).toEqual([
    'error mline-count answer 25/3',
    'The answer has 3 media sections, the offer 2',
  ]);
});

test('mline-count: of many kinds the first eight are told', () => {
  const withMore = (count: number) =>
    offer +
    Array.from(
      { length: count },
      (_, index) => `m=video 0 UDP/TLS/RTP/SAVPF 0\r\na=mid:${index + 2}\r\n`,
    ).join('');
  const causeOf = (count: number) => lintSdp({ offer: withMore(count), answer })[0]?.cause;
  expect(causeOf(6)).toContain('(audio, application, video, video, video, video, video, video).');
  expect(causeOf(7)).toContain('(audio, application, video, video, video, video, video, video, …).');
});

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

test('mid: another one than the offer’s', () => {
  expect(answered([/^a=mid:1/, 'a=mid:x'], [/BUNDLE 0 1/, 'BUNDLE 0 x'])).toEqual([
    [
      'error mid answer 23/2',
      'Section 2 of the answer has mid x, of the offer 1',
      'The answer repeats the offer’s mid. Browsers refuse another.',
      'The far end must write a=mid:1.',
    ],
  ]);
});

test('mid: where the kinds differ, the order is told and no mid', () => {
  const changes = [
    [/^a=mid:1/, 'a=mid:x'],
    [/BUNDLE 0 1/, 'BUNDLE 0 x'],
    [/^m=application/, 'm=text'],
  ] as const;
  expect(answered(...changes).map(([where]) => where)).toEqual(['error mline-order answer 17/2']);
});

const inGroup = 'a=group:BUNDLE refers to sections by their mid; without one this section cannot be in it.';
const byOrder = 'Sections are told apart by their mid; without one a browser goes by their order.';
const ofOffer = 'Write the a=mid of the offer.';

test('mid: a section without one is an error where there is a group, unless it is rejected', () => {
  expect(offered([/^a=mid:1/, undefined], [/BUNDLE 0 1/, 'BUNDLE 0'])).toEqual([
    ['error mid offer 17/2', 'The application section 2 of the offer has no a=mid', inGroup, ofOffer],
  ]);
  expect(offered([/^a=mid:0/, undefined], [/^a=group.*/, undefined])).toEqual([
    ['warning mid offer 5/1', 'The audio section 1 of the offer has no a=mid', byOrder, ofOffer],
  ]);
  const rejected = offered(
    [/^a=mid:1/, undefined],
    [/BUNDLE 0 1/, 'BUNDLE 0'],
    [/^m=application 9/, 'm=application 0'],
  );
  expect(rejected).toEqual([
    ['warning mid offer 17/2', 'The application section 2 of the offer has no a=mid', inGroup, ofOffer],
  ]);
});

test('mid: one that several have is told at each but the first', () => {
  const third = 'm=application 9 UDP/DTLS/SCTP webrtc-datachannel\r\na=mid:0\r\na=sctp-port:5000\r\n';
  const text = sdpText(offerLines, [/^a=mid:1/, 'a=mid:0'], [/BUNDLE 0 1/, 'BUNDLE 0']) + third;
  const same = ['A mid names one section.', 'Repeat the offer’s mids, each once.'];
  expect(told(lintSdp({ offer: text }))).toEqual([
    ['error mid offer 23/2', 'Sections 1 and 2 of the offer have the same mid', ...same],
    ['error mid offer 26/3', 'Sections 1 and 3 of the offer have the same mid', ...same],
  ]);
});

const outOfGroup = 'The far end must take it out of the group.';

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

const doesNot = [
  [
    'warning bundle answer 0',
    'The answer does not bundle',
    'Without a=group:BUNDLE each section needs a transport of its own: more candidates, more checks, more ways to fail. With bundlePolicy max-bundle a browser refuses it.',
    'The far end should accept the offer’s BUNDLE group.',
  ],
];

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

test('rejected-channel: events cannot travel', () => {
  expect(answered([/BUNDLE 0 1/, 'BUNDLE 0'], [/^m=application 9/, 'm=application 0'])).toEqual([
    [
      'error rejected-channel answer 17/2',
      'The answer rejects the data channel',
      'The m=application line has port 0. Chromium then closes the channel with an error, in Firefox it stays “connecting” for ever.',
      'The far end must accept the section: the events of a session travel over it.',
    ],
  ]);
});

test('rejected-media: no sound is an error, another kind good to know', () => {
  expect(answered([/BUNDLE 0 1/, 'BUNDLE 1'], [/^m=audio 9/, 'm=audio 0'])).toContainEqual([
    'error rejected-media answer 6/1',
    'The answer rejects the audio section (mid 0)',
    'The m= line has port 0: no sound in either direction.',
    'Check that the offer has a codec that the far end knows, and that the session wants audio.',
  ]);
  const video = 'm=video 0 UDP/TLS/RTP/SAVPF 0\r\na=mid:2\r\n';
  expect(told(lintSdp({ offer: offer + video, answer: answer + video }))).toEqual([
    [
      'info rejected-media answer 25/3',
      'The answer rejects the video section (mid 2)',
      'The m= line has port 0: this section is not used.',
      'Nothing, where the session does not need it.',
    ],
  ]);
});
