import { expect, test } from 'vitest';
import { validationItems } from './validationItems.ts';

test.each([
  [[], []],
  [[{ loc: ['body', 0] }], [{ type: 'unknown', loc: ['body', 0], msg: '' }]],
  [[{ msg: 'Field required' }], [{ type: 'unknown', loc: [], msg: 'Field required' }]],
  [
    [{ type: 'missing', loc: ['body', null, {}], msg: 'x', input: 'v=0' }],
    [{ type: 'missing', loc: ['body'], msg: 'x' }],
  ],
  [
    ['text', { msg: 'x' }, { other: 1 }],
    [
      { type: 'unknown', loc: [], msg: 'x' },
      { type: 'unknown', loc: [], msg: '' },
    ],
  ],
])('%j is a list of what was wrong', (value, items) => {
  expect(validationItems(value)).toEqual(items);
});

test.each([[undefined], ['loc'], [{ loc: ['body'], msg: 'x' }], [['text']], [[{ type: 'missing' }]]])(
  '%j is none',
  (value) => {
    expect(validationItems(value)).toBeUndefined();
  },
);

test('a hundred items are kept of a longer list', () => {
  const many = Array.from({ length: 101 }, (_, index) => ({ msg: `m${index}` }));
  expect(validationItems(many)?.map(({ msg }) => msg)).toEqual(many.slice(0, 100).map(({ msg }) => msg));
});
