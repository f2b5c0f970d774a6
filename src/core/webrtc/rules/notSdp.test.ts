import { expect, test } from 'vitest';
import { lintSdp } from '../lintSdp.ts';
import { answer, offer, told } from '../testing/linted.ts';

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
