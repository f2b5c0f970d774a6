import { expect, test } from 'vitest';
import { defaultSettings } from '../core/session/settings.ts';
import { planRun } from './planRun.ts';

const nothing = { settings: {}, limits: {}, switches: {} };
const scenario = {
  id: 'x',
  title: 'x',
  story: 'x',
  world: { switches: { paramsRequired: true } },
  expect: {},
} as const;

test('without changes the defaults of the route stand', () => {
  const plan = planRun(defaultSettings, nothing, undefined, false);
  expect(plan.limits).toEqual({
    token: 10_000,
    'ice-config': 10_000,
    offer: 5_000,
    call: 10_000,
    connection: 30_000,
  });
  expect(plan.settings.temperature).toBe(0.5);
});

test('the backend route brings its own limit for the session endpoint', () => {
  const plan = planRun(defaultSettings, nothing, { ...scenario, route: 'backend' }, false);
  expect(plan.settings.route).toBe('backend');
  expect(plan.limits.token).toBe(25_000);
});

test('a scenario overrides the form, and a script overrides the scenario', () => {
  const changes = { ...nothing, settings: { temperature: 0.1, voice: 'echo' } };
  const plan = planRun(defaultSettings, changes, { ...scenario, settings: { temperature: 2 } }, false, {
    settings: { voice: 'alloy' },
  });
  expect(plan.settings).toMatchObject({ temperature: 2, voice: 'alloy' });
  expect(plan.switches.paramsRequired).toBe(true);
});

test('short limits are left out with real time limits, and never beat a limit that was set', () => {
  const short = { ...scenario, limits: { call: 600, token: 600 } };
  expect(planRun(defaultSettings, nothing, short, true).limits.call).toBe(10_000);
  const plan = planRun(defaultSettings, { ...nothing, limits: { call: 900 } }, short, false);
  expect(plan.limits).toMatchObject({ call: 900, token: 600 });
  expect(plan.shortened).toEqual({ call: 600, token: 600 });
});
