import { expect, test } from 'vitest';
import { logOf } from '../../diagnosis/testing/literalLog.ts';
import { verdictOf } from './testing/literalVerdict.ts';
import { unplayable } from './unplayable.ts';

const live = logOf('rest').find((entry) => entry.kind === 'run-started');
const simulated = live && ({ ...live, target: 'simulated' } as const);

test('what a page cannot bring about is named, with what it would need', () => {
  expect(unplayable(verdictOf('net.loss'), live)).toEqual([
    '“It” needs a network that fails in the middle of a call, which a simulated page has not: the verdict will be another one.',
  ]);
  expect(unplayable(verdictOf('turn.quota'), undefined)).toEqual([
    '“It” needs a TURN server with a quota, which a simulated page has not: the verdict will be another one.',
  ]);
});

test('everything else can be played', () => {
  expect(unplayable(undefined, live)).toEqual([]);
  expect(unplayable(verdictOf('ice.failed'), live)).toEqual([]);
});

test('a refused setting is played, unless it is one of the live target', () => {
  const ofTarget = verdictOf('settings.refused', 'x', 'baseUrl has no scheme.');
  expect(unplayable(ofTarget, live)).toEqual([
    'What was refused is a setting of the live target, which the simulation replaces by its own.',
  ]);
  expect(unplayable(ofTarget, simulated)).toEqual([]);
  expect(unplayable(ofTarget, undefined)).toEqual([]);
  expect(unplayable(verdictOf('settings.refused', 'x', 'temperature is above 1.'), live)).toEqual([]);
  expect(unplayable(verdictOf('ice.failed', 'x', 'baseUrl has no scheme.'), live)).toEqual([]);
});
