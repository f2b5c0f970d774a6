import { expect, test } from 'vitest';
import { isReadMember, isReadType, statOf } from './statValue.ts';

test('of a report the members that are read are kept, where they have their type', () => {
  expect(
    statOf('CP1', 'candidate-pair', [
      ['requestsSent', 3],
      ['responsesReceived', '3'],
      ['bytesSent', Number.NaN],
      ['bytesReceived', Number.POSITIVE_INFINITY],
      ['port', null],
      ['state', 'succeeded'],
      ['protocol', 7],
      ['address', 'x'.repeat(300)],
      ['nominated', true],
      ['priority', 1],
      ['writable', true],
      ['id', 'other'],
      ['type', 'transport'],
    ]),
  ).toEqual({
    id: 'CP1',
    type: 'candidate-pair',
    requestsSent: 3,
    state: 'succeeded',
    address: 'x'.repeat(200),
    nominated: true,
  });
  expect(statOf('CP1', 'candidate-pair', [['nominated', 'yes']])).toEqual({
    id: 'CP1',
    type: 'candidate-pair',
  });
});

test('what is read is known by its name', () => {
  expect(['requestsSent', 'state', 'nominated', 'type', 'priority', ''].map(isReadMember)).toEqual([
    true,
    true,
    true,
    true,
    false,
    false,
  ]);
  expect(['transport', 'codec', 7, undefined].map(isReadType)).toEqual([true, false, false, false]);
});
