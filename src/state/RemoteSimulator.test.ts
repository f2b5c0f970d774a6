import { expect, test } from 'vitest';
import { defaultSettings } from '../core/session/settings.ts';
import { createRemoteSimulator } from './RemoteSimulator.ts';

const healthy = { id: 'healthy', title: 'Everything works' };
const slow = { id: 'healthy.slow', title: 'Slow' };

function settings(sessionEndpoint: string, baseUrl: string, route: 'backend' | 'rest' = 'backend') {
  return { ...defaultSettings, route, sessionEndpoint, baseUrl };
}

/** A simulator at this origin only. */
function simulatorAt(at: string) {
  const asked: string[] = [];
  const world: { plays: typeof healthy | undefined } = { plays: healthy };
  const remote = createRemoteSimulator({
    async find(origin) {
      asked.push(origin);
      return origin === at ? { rows: [healthy, slow], current: healthy } : undefined;
    },
    async current(origin) {
      asked.push(`current ${origin}`);
      return world.plays;
    },
    choose: async (_, id) => (id === 'healthy.slow' ? slow : { problem: 'No scenario is named so.' }),
  });
  return Object.assign(world, { asked, remote });
}

test('the session endpoint is asked first, then the API', async () => {
  const { asked, remote } = simulatorAt('http://127.0.0.1:5001');
  await remote.look(settings('http://localhost:3000/api/session', 'http://127.0.0.1:5001/s/a'));
  expect(asked).toEqual(['http://localhost:3000', 'http://127.0.0.1:5001']);
  expect(remote.state.value).toEqual({
    kind: 'found',
    origin: 'http://127.0.0.1:5001',
    scenarios: [
      { id: 'healthy', title: 'Everything works', story: '' },
      { id: 'healthy.slow', title: 'Slow', story: '' },
    ],
    scenario: { id: 'healthy', title: 'Everything works', story: '' },
  });
});

test('where no backend is used none is asked; where none answers, who was asked is said', async () => {
  const { asked, remote } = simulatorAt('http://127.0.0.1:5001');
  await remote.look(settings('http://127.0.0.1:5001/', 'https://api.orga-ai.com', 'rest'));
  expect(asked).toEqual(['https://api.orga-ai.com']);
  expect(remote.state.value).toEqual({ kind: 'absent', asked: ['https://api.orga-ai.com'] });
});

test('a choice is what is played from then on; a refused one leaves what was, and says why', async () => {
  const { remote } = simulatorAt('http://127.0.0.1:5001');
  await remote.look(settings('', 'http://127.0.0.1:5001'));
  await remote.choose('healthy.slow');
  expect(remote.state.value).toMatchObject({ scenario: { id: 'healthy.slow' } });
  await remote.choose('nonsense');
  expect(remote.state.value).toMatchObject({
    scenario: { id: 'healthy.slow' },
    problem: 'No scenario is named so.',
  });
});

test('settings that lead elsewhere make it unknown again; others leave it', async () => {
  const { asked, remote } = simulatorAt('http://127.0.0.1:5001');
  await remote.look(settings('', 'http://127.0.0.1:5001'));
  await remote.follow(settings('', 'http://127.0.0.1:5001/s/healthy'));
  expect(remote.state.value.kind).toBe('found');
  await remote.follow(settings('', 'https://api.orga-ai.com'));
  expect(remote.state.value.kind).toBe('unknown');
  expect(asked).toHaveLength(1);
});

test('what answers late for other settings is dropped', async () => {
  const { remote } = simulatorAt('http://127.0.0.1:5001');
  const looking = remote.look(settings('', 'http://127.0.0.1:5001'));
  await remote.follow(settings('', 'https://api.orga-ai.com'));
  await looking;
  expect(remote.state.value.kind).toBe('unknown');
});

test.each([
  ['http://127.0.0.1:4010', ['http://127.0.0.1:4010']],
  ['https://localhost:4011/v1', ['https://localhost:4011']],
  ['http://127.0.0.1:3000', []],
  ['http://127.0.0.1:40101', []],
  ['https://api.example:4010', []],
  ['not a URL', []],
])('%s alone is looked at unbidden: %j', async (url, expected) => {
  const { asked, remote } = simulatorAt('http://127.0.0.1:4010');
  await remote.follow(settings('', url));
  await remote.follow(settings('', url));
  expect(asked).toEqual(expected);
});

test('what was switched by a script is seen when asked again; where none was found nobody is asked', async () => {
  const world = simulatorAt('http://127.0.0.1:5001');
  const { asked, remote } = world;
  await remote.refresh();
  expect(asked).toEqual([]);
  await remote.look(settings('', 'http://127.0.0.1:5001'));
  world.plays = slow;
  await remote.refresh();
  expect(remote.state.value).toMatchObject({ kind: 'found', scenario: { id: 'healthy.slow' } });
  expect(asked).toEqual(['http://127.0.0.1:5001', 'current http://127.0.0.1:5001']);
});

test('a simulator that was ended is absent from then on', async () => {
  const world = simulatorAt('http://127.0.0.1:5001');
  await world.remote.look(settings('', 'http://127.0.0.1:5001'));
  world.plays = undefined;
  await world.remote.refresh();
  expect(world.remote.state.value).toEqual({ kind: 'absent', asked: ['http://127.0.0.1:5001'] });
});

test('a choice made while it is asked again counts, not the older answer', async () => {
  const { remote } = simulatorAt('http://127.0.0.1:5001');
  await remote.look(settings('', 'http://127.0.0.1:5001'));
  const asking = remote.refresh();
  await remote.choose('healthy.slow');
  await asking;
  expect(remote.state.value).toMatchObject({ scenario: { id: 'healthy.slow' } });
  const again = remote.refresh();
  const choosing = remote.choose('nonsense');
  await again;
  await choosing;
  expect(remote.state.value).toMatchObject({
    scenario: { id: 'healthy.slow' },
    problem: 'No scenario is named so.',
  });
});
