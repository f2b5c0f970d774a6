import { expect, test } from 'vitest';
import { httpMessage } from './httpMessage.ts';
import { readableBody } from './readableBody.ts';

test.each([
  [String.raw`{"sdp":"v=0\r\na=b\n","type":"offer"}`, '{\n  "sdp": "v=0\na=b\n",\n  "type": "offer"\n}'],
  // A back slash and an n, as somebody wrote them.
  [String.raw`["C:\\new"]`, '[\n  "C:\\\\new"\n]'],
  ['7', '7'],
  ['{"a":', '{"a":'],
  ['', ''],
])('the body %s is shown readably', (body, shown) => {
  expect(readableBody(body)).toBe(shown);
});

test('a message is its first line, its headers and, after an empty line, its body', () => {
  expect(httpMessage('GET /a ', { 'x-a': 'b', c: 'd' }, '[1]', 100)).toBe(
    'GET /a\nx-a: b\nc: d\n\n[\n  1\n]',
  );
  expect(httpMessage('GET /a', { c: 'd' }, undefined, 100)).toBe('GET /a\nc: d');
  expect(httpMessage('200', {}, '', 100)).toBe('200');
});

test('every part of a message is shortened', () => {
  const long = 'x'.repeat(2_001);
  const shown = (text: string) => text.split('\n').filter((line) => line.startsWith('…'));
  expect(shown(httpMessage(long, { a: long }, long, 16))).toEqual([
    '… 1 characters left out …',
    '… 4 characters left out …',
    '… 1,985 characters left out …',
  ]);
});
