import { expect, test } from 'vitest';
import { lintSdp } from '../lintSdp.ts';
import { answer, offer, told } from '../testing/linted.ts';
import { answerLines, sdpText } from '../testing/literalSdp.ts';

function toldOf(text: string) {
  return told(lintSdp({ offer, answer: text }));
}
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
