import { expect, test } from 'vitest';
import { lintSdp } from '../lintSdp.ts';
import { answered, offered, told } from '../testing/linted.ts';
import { offerLines, sdpText } from '../testing/literalSdp.ts';

const inGroup = 'a=group:BUNDLE refers to sections by their mid; without one this section cannot be in it.';
const byOrder = 'Sections are told apart by their mid; without one a browser goes by their order.';
const ofOffer = 'Write the a=mid of the offer.';

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
