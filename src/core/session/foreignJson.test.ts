import { expect, test } from 'vitest';
import { asText, heldBy, isObject, parseJson, walk } from './foreignJson.ts';

test('what stands nearer to the root comes first, JSON inside a text too', () => {
  const held = '{"c":1}';
  expect([...walk({ a: { b: 2 }, text: held, none: null })]).toEqual([
    { a: { b: 2 }, text: held, none: null },
    { b: 2 },
    held,
    null,
    2,
    { c: 1 },
    1,
  ]);
  expect([...walk('plain')]).toEqual(['plain']);
});

test('eight values inside each other are looked into, no deeper', () => {
  let value: unknown = 'end';
  for (let depth = 0; depth < 20; depth += 1) value = [value];
  expect([...walk(value)]).toHaveLength(9);
  expect([...walk([[[[[[[['end']]]]]]]])].at(-1)).toBe('end');
});

test('ten thousand values are looked at, no more', () => {
  expect([...walk(Array.from({ length: 9_999 }, () => 0))]).toHaveLength(10_000);
  expect([...walk(Array.from({ length: 12_000 }, () => 0))]).toHaveLength(10_000);
  expect([...walk(Array.from({ length: 12_000 }, () => ({ a: 1 })))]).toHaveLength(10_000);
});

test.each([
  [{ a: 1 }, { a: 1 }],
  [[1], [1]],
  ['{"a":1}', { a: 1 }],
  [' \n[1]', [1]],
  ['"{\\"a\\":1}"', { a: 1 }],
  ['"[1]"', [1]],
  [null, undefined],
  [7, undefined],
  ['7', undefined],
  ['null', undefined],
  ['', undefined],
  ['text', undefined],
  ['"text"', undefined],
  ['"null"', undefined],
  ['"7"', undefined],
  ['{"a":1', undefined],
])('%j holds %j', (value, held) => {
  expect(heldBy(value)).toEqual(held);
});

test.each([
  ['text', 'text'],
  ['x'.repeat(2001), 'x'.repeat(2000)],
  [7, '7'],
  [false, 'false'],
  [['a', 'b'], 'a; b'],
  [['x'.repeat(1500), 'y'.repeat(1500)], `${'x'.repeat(1500)}; ${'y'.repeat(498)}`],
  ['', undefined],
  [[], undefined],
  [['a', 1], undefined],
  [{ a: 1 }, undefined],
  [null, undefined],
  [undefined, undefined],
])('as a text %j is %j', (value, text) => {
  expect(asText(value)).toBe(text);
});

test('what is no JSON has no value, and null is one', () => {
  expect(parseJson('null')).toEqual({ value: null });
  expect(parseJson('{')).toBeUndefined();
});

test('a list and nothing are no objects', () => {
  expect([{}, [], null, undefined, 'x'].map(isObject)).toEqual([true, false, false, false, false]);
});
