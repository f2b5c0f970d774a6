import { expect, test } from 'vitest';
import { defaultLimits, limitOrigin } from './settings.ts';
import { sessionSteps } from './step.ts';

test('the limits are the SDKs’ where they have one, and the backend has longer', () => {
  expect(defaultLimits('rest')).toEqual({
    token: 10_000,
    'ice-config': 10_000,
    offer: 5_000,
    call: 10_000,
    connection: 30_000,
  });
  expect(defaultLimits('backend')).toEqual({ ...defaultLimits('rest'), token: 25_000 });
});

test('whose limit it is depends on the step and on who gives the token', () => {
  expect(sessionSteps.map((step) => limitOrigin(step, 'rest'))).toEqual(['sdk', 'sdk', 'sdk', 'sdk', 'ours']);
  expect(sessionSteps.map((step) => limitOrigin(step, 'backend'))).toEqual([
    'ours',
    'sdk',
    'sdk',
    'sdk',
    'ours',
  ]);
});
