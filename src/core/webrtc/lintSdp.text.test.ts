import { expect, test } from 'vitest';
import { lintSdp } from './lintSdp.ts';
import { answerLines, offerLines, sdpText } from './testing/literalSdp.ts';
import { told } from './testing/told.ts';

const offer = sdpText(offerLines);
const answer = sdpText(answerLines);

function toldOf(text: string) {
  return told(lintSdp({ offer, answer: text }));
}

const json = [
  'error not-sdp answer 0',
  'The answer is JSON, not SDP',
  'The text begins as JSON does. Most often the whole reply was handed on instead of its sdp field.',
  'Parse the reply and hand on the string inside, for example reply.answer.sdp.',
];
const page = [
  'error not-sdp answer 0',
  'The answer is a page, not SDP',
  'The text begins as HTML or XML does: a proxy, a login page or an error page has answered.',
  'Check status and content type of the reply before its text is used.',
];
const lookAtText = 'Look at what the text says, and at the field that it was read from.';
const noValue = [
  'error not-sdp answer 0',
  'The answer is not SDP',
  'The text does not begin with “v=”. It is what JavaScript writes for a value that is not there or is an object.',
  lookAtText,
];
const prefixed = [
  'error not-sdp answer 0',
  'Something stands before the answer’s first line',
  'SDP begins with “v=0”, without white space or a byte order mark before it.',
  'Pass the answer on as it came, byte by byte.',
];

test.each([
  ['{"answer":{}}', json],
  ['["v=0"]', json],
  ['"Not Found"', json],
  [' {}', json],
  ['<html>', page],
  ['\n<?xml version="1.0"?>', page],
  ['undefined', noValue],
  ['null', noValue],
  ['NaN', noValue],
  ['[object Object]', noValue],
  [' v=0\r\n', prefixed],
  ['\uFEFFv=0\r\n', prefixed],
  [
    'it is null',
    [
      'error not-sdp answer 0',
      'The answer is not SDP',
      'The text does not begin with “v=”. SDP always does.',
      lookAtText,
    ],
  ],
  [
    '\r\n',
    [
      'error not-sdp answer 0',
      'The answer is empty',
      'There is no session description at all.',
      'Look at the reply that should have held it, and at the field that was read.',
    ],
  ],
])('%j is said to be what it looks like', (text, finding) => {
  expect(toldOf(text)).toEqual([finding]);
});

test('a text that is none is quoted by its first line, and the other side is judged by itself', () => {
  expect(lintSdp({ offer: 'hello\nworld', answer: `${answer}nonsense\r\n` })).toMatchObject([
    { rule: 'not-sdp', side: 'offer', line: 0, text: 'hello', title: 'The offer is not SDP' },
    { rule: 'line', side: 'answer', line: 25, text: 'nonsense' },
  ]);
});

const escaped = [
  'error escaped-crlf answer 0',
  'The line ends of the answer are escaped',
  'Lines are separated by the characters \\r\\n, spelt out, instead of by line ends: the text was put into JSON twice, or taken out of JSON without a parser.',
  'Take the text out with JSON.parse, once for each time it was put in.',
];
const percent = [
  'error escaped-crlf answer 0',
  'The line ends of the answer are percent-encoded',
  'Lines are separated by the characters %0D%0A instead of by line ends: the text is URL-encoded.',
  'Decode it with decodeURIComponent, once.',
];
const encoded = [
  'error escaped-crlf answer 0',
  'The answer is still encoded',
  'SDP begins with “v=0”; here a quotation mark or an encoded “=” stands in the first characters.',
  'Decode the reply once, and hand on the string inside.',
];

test.each([
  ['v=0\\r\\no=- 1 2', escaped],
  ['"v=0\\no=-"', escaped],
  ['v=0%0D%0Ao=-', percent],
  ['v%3D0%0ao%3D-', percent],
  ['"v=0\r\no=-"', encoded],
  ["'v=0'", encoded],
  ['v%3d0\r\n', encoded],
])('%j is said to be encoded once too often', (text, finding) => {
  expect(toldOf(text)).toEqual([finding]);
});

test('an escape behind the first line, and one that no line follows, is a part of the text', () => {
  const session = (text: string) => sdpText(answerLines, [/^s=-/, `s=${text}`]);
  expect(toldOf(session('x\\no=y'))).toEqual([]);
  expect(toldOf(answer.replace('v=0', 'v=0\\n'))).toEqual([]);
  expect(toldOf(answer.replace('v=0', 'v=0 "v'))).toEqual([]);
});

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

test('a trimmed answer lacks the end of its last line', () => {
  expect(toldOf(answer.trimEnd())).toEqual([
    [
      'error no-final-crlf answer 24/2',
      'The last line of the answer does not end',
      'Every line of SDP ends with CR LF, the last one too. Somebody trimmed the text. Chromium refuses it (“Invalid SDP line”), Firefox takes it.',
      'Do not trim SDP. Where it cannot be helped, append "\\r\\n".',
    ],
  ]);
});

const append = 'Pass the text on unchanged, or put "\\r\\n" at the end of each line.';
const feed = 'Every line of SDP ends with CR LF. Browsers take LF too, other parsers do not.';

test('line ends other than CR LF are told at the first of them', () => {
  expect(toldOf(answer.replaceAll('\r\n', '\n'))).toEqual([
    ['warning lf-only answer 1', 'The lines of the answer end with LF alone', feed, append],
  ]);
  expect(toldOf(sdpText(answerLines, [/^a=mid/, 'a=rtcp-rsize\n$&']))).toEqual([
    ['warning lf-only answer 13/1', 'Some lines of the answer end with LF alone', feed, append],
  ]);
  expect(toldOf(sdpText(answerLines, [/^a=mid:0/, 'a=rtcp-rsize\r$&']))).toEqual([
    [
      'error lf-only answer 13/1',
      'A line of the answer ends with CR alone',
      'Every line of SDP ends with CR LF. For a browser a CR alone ends no line.',
      append,
    ],
  ]);
  expect(toldOf(answer.replaceAll('\r\n', '\n').trimEnd()).map(([, title]) => title)).toEqual([
    'The lines of the answer end with LF alone',
    'The last line of the answer does not end',
  ]);
});

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
  expect(toldOf(sdpText(answerLines, [/^m=application 9/, 'm=application 49170/2']))).toEqual([]);
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
