import { expect, test } from 'vitest';
import { given, listOf, memberOf, numberOf, objectOf, textOf } from './foreignValue.ts';

test('a text is cut off at its limit; nothing else is a text', () => {
  expect(textOf('abc')).toBe('abc');
  expect(textOf('abc', 2)).toBe('ab');
  expect(textOf('x'.repeat(5_000))).toHaveLength(4_096);
  expect([7, null, undefined, ['a'], {}].map((value) => textOf(value))).toEqual(Array(5).fill(undefined));
});

test.each([
  [7, 7],
  [0, 0],
  ['1.5', 1.5],
  [' 7 ', 7],
  ['', undefined],
  ['  ', undefined],
  ['seven', undefined],
  ['Infinity', undefined],
  [Number.NaN, undefined],
  [true, undefined],
  [null, undefined],
  [[7], undefined],
])('the number in %j is %j', (value, number) => {
  expect(numberOf(value)).toBe(number);
});

test('only own members of objects count', () => {
  expect(memberOf({ a: 1 }, 'a')).toBe(1);
  expect(memberOf({ a: 1 }, 'b')).toBeUndefined();
  expect(memberOf({}, 'toString')).toBeUndefined();
  expect(memberOf([1], 'length')).toBeUndefined();
  expect(memberOf(null, 'a')).toBeUndefined();
});

test('what is no object or no list is an empty one', () => {
  expect([{ a: 1 }, [1], null, 'x'].map(objectOf)).toEqual([{ a: 1 }, {}, {}, {}]);
  expect([{ a: 1 }, [1], null, 'x'].map(listOf)).toEqual([[], [1], [], []]);
});

test('a member is given where it has a value', () => {
  expect(given('a', 0)).toEqual({ a: 0 });
  expect(Object.keys(given('a', undefined))).toEqual([]);
});
