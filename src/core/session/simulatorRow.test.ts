import { expect, test } from 'vitest';
import { readSimulatorRows } from './simulatorRow.ts';

test('a list of scenarios is read, without what is not known', () => {
  expect(
    readSimulatorRows([
      { id: 'healthy', title: 'Everything works', more: 1 },
      { id: 'a', title: 'A', code: 'c', variant: 'v', step: 'call', httpStatus: 401, route: 'rest' },
      { id: 'b', title: 'B', step: 'nowhere', httpStatus: '401' },
    ]),
  ).toEqual([
    { id: 'healthy', title: 'Everything works' },
    { id: 'a', title: 'A', code: 'c', variant: 'v', step: 'call', httpStatus: 401 },
    { id: 'b', title: 'B' },
  ]);
});

test('the longest text and the longest list are still read', () => {
  const rows = Array.from({ length: 2000 }, () => ({ id: 'a', title: 'x'.repeat(300) }));
  expect(readSimulatorRows(rows)).toEqual(rows);
});

test.each([
  [undefined],
  ['<html>'],
  [{ error: 'Not found' }],
  [[]],
  [[{ id: 'a' }]],
  [[{ id: '', title: 'A' }]],
  [[{ id: 'a', title: 'A' }, undefined]],
  [[{ id: 'a', title: 'x'.repeat(301) }]],
  [Array.from({ length: 2001 }, () => ({ id: 'a', title: 'A' }))],
])('%j is no list of scenarios', (value) => {
  expect(readSimulatorRows(value)).toBe(undefined);
});
