import { expect, test } from 'vitest';
import { lintSdp } from '../lintSdp.ts';
import { offer, told } from '../testing/linted.ts';
import { answerLines, sdpText } from '../testing/literalSdp.ts';

function toldOf(text: string) {
  return told(lintSdp({ offer, answer: text }));
}
const unchanged = 'Find what put it there on the way from the peer to here.';
const control = [
  'holds a control character',
  'NUL and other control characters have no place in SDP; browsers stop there.',
];
const noLine = [
  'is no line of SDP',
  'A line is a letter, “=” and a value, without white space around the “=”; there are no empty lines.',
];
const noBandwidth = ['is no bandwidth', 'b= is a name, a colon and a whole number, for example b=AS:128.'];
const noMedia = [
  'is no media line',
  'm= is kind, port, protocol and at least one format, for example m=audio 9 UDP/TLS/RTP/SAVPF 111.',
];

test.each([
  ['', noLine],
  ['a =x', noLine],
  ['A=x', noLine],
  ['a=x\0', control],
  ['a=x\x08', control],
  ['a=x\x0b', control],
  ['a=x\x0c', control],
  ['a=x\x0e', control],
  ['a=x\x1f', control],
  ['b=AS', noBandwidth],
  ['b=AS:', noBandwidth],
  ['b=AS:1.5', noBandwidth],
  ['b=:128', noBandwidth],
  ['b=A S:128', noBandwidth],
])('line: %j is refused with its reason', (line, [what, cause]) => {
  const [finding, ...others] = toldOf(sdpText([...answerLines.slice(0, 7), line, ...answerLines.slice(7)]));
  expect(finding).toEqual(['error line answer 8/1', `Line 8 of the answer ${what}`, cause, unchanged]);
  expect(others).toEqual([]);
});

test.each(['b=AS:128', 'b=X-YZ:128 ', 'b=TIAS:64000', 'a=x\ty', 'a=', 'k=b=c', 'i= x', 'a=x y'])(
  'line: %j is fine',
  (line) => {
    expect(toldOf(sdpText([...answerLines.slice(0, 7), line, ...answerLines.slice(7)]))).toEqual([]);
  },
);

test.each([
  'm=application x UDP/DTLS/SCTP webrtc-datachannel',
  'm=application 9/x UDP/DTLS/SCTP webrtc-datachannel',
  'm=application 9 UDP/DTLS/SCTP',
  'm=application 9 UDP/DTLS/SCTP ',
  'm=application  9 UDP/DTLS/SCTP webrtc-datachannel',
  'm= application 9 UDP/DTLS/SCTP webrtc-datachannel',
])('line: %j is no media line', (mLine) => {
  const [finding] = toldOf(sdpText(answerLines, [/^m=application.*/, mLine]));
  expect(finding).toEqual([
    'error line answer 17/2',
    `Line 17 of the answer ${noMedia[0]}`,
    noMedia[1],
    unchanged,
  ]);
});

test('line: a media line may have a number of ports', () => {
  expect(toldOf(sdpText(answerLines, [/^m=application 9/, 'm=application 49170/12']))).toEqual([]);
});

test('line: what must begin every description is told once, all of it, and only the session counts', () => {
  const lacking = sdpText([...answerLines.slice(0, 1), ...answerLines.slice(4), 's=-']);
  expect(toldOf(lacking)).toEqual([
    [
      'error line answer 0',
      'The answer lacks o=, s=, t=',
      'v=, o=, s= and t= begin every session description.',
      'Pass the description on unchanged.',
    ],
  ]);
  expect(toldOf(sdpText(answerLines, [/^s=-/, undefined])).map(([, title]) => title)).toEqual([
    'The answer lacks s=',
  ]);
});
