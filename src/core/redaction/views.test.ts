import { expect, test } from 'vitest';
import { decodeBase64Bytes } from '../base64.ts';
import { base64Decoders, viewsOf } from './views.ts';

const read = (text: string) =>
  viewsOf(
    text,
    base64Decoders((unit) => Buffer.from(decodeBase64Bytes(unit) ?? []).toString('latin1')),
  );

const texts = (text: string) => read(text).map((view) => view.text);

test.each([
  ['nothing to decode', []],
  [String.raw`it\'s \"so\" \/ \u0041`, ['it\'s "so" / A']],
  ['%41%C3%A9%2f', ['Aé/']],
  ['100% %zz %C3', []],
  ['&QUOT;&apos;&amp;&#43;&#x2B;&lt;&unknown;', ['"\'&++<&unknown;']],
  ['%2541', ['%41', 'A']],
  [Buffer.from('hello world!').toString('base64'), ['hello world!']],
  [Buffer.from('~~~???~~~???').toString('base64'), ['~~~???~~~???']],
  [Buffer.from('~~~???~~~???').toString('base64url'), ['~~~???~~~???']],
  // A character more than whole groups says nothing.
  [`${Buffer.from('hello world!').toString('base64')}A`, ['hello world!']],
  ['aGVsbG8gd29', []],
  ['AAAAAAAAAAAAAAAA', []],
])('%s also reads %j', (text, others) => {
  expect(texts(text)).toEqual([text, ...others]);
});

test('a text that can be decoded without end has twelve views', () => {
  expect(texts(`%${'25'.repeat(20)}41`)).toHaveLength(12);
});

test('what stood in base64 is opaque, also where it was encoded once more inside', () => {
  const inner = Buffer.from('%41 and more of it').toString('base64');
  expect(read(`%42 ${inner}`).map(({ text, opaque }) => [text, opaque])).toEqual([
    [`%42 ${inner}`, false],
    [`B ${inner}`, false],
    ['%42 %41 and more of it', true],
    ['B %41 and more of it', true],
    ['B A and more of it', true],
  ]);
});

/** Where each place of the last view stands in the text. */
const places = (text: string) => {
  const view = read(text).at(-1);
  return Array.from({ length: (view?.text.length ?? 0) + 1 }, (_, position) => view?.toRaw(position));
};

test('a place in a view leads back to where it stood', () => {
  expect(places('a%42c%C3%A9d')).toEqual([0, 1, 4, 5, 11, 12]);
  expect(places(String.raw`\u0041b\"`)).toEqual([0, 6, 7, 9]);
  // Behind three characters of the text, four of base64.
  const written = Buffer.from('hello world').toString('base64url');
  expect(places(`[${written}]`).filter((_, position) => [0, 1, 4, 7, 10, 12, 13].includes(position))).toEqual(
    [0, 1, 5, 9, 13, 16, 17],
  );
});
