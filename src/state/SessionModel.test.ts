import { expect, test } from 'vitest';
import { createRedactor } from '../core/redaction.ts';
import { createSeries } from '../core/session/series.ts';
import type { Recipe, RunControls, RunOrder, RunSession, SessionWorld, Simulation } from './contracts.ts';
import { planProblems } from './planProblems.ts';
import { createSessionModel } from './SessionModel.ts';

interface Started {
  readonly order: RunOrder<string>;
  readonly controls: RunControls<string>;
  readonly end: (carried: string) => void;
}

function recipeWith(runSession: RunSession<string>): Recipe<string> {
  return {
    runSession,
    createRedactor,
    createSeries,
    testIceServers: () => {
      throw new Error('not used here');
    },
  };
}

function modelWith(parts: Partial<SessionWorld<string>> = {}) {
  const started: Started[] = [];
  const begun: string[] = [];
  const simulation: Simulation = {
    apiKey: 'sk_orga_ai_test',
    scenarios: [
      { id: 'healthy', title: 'Healthy', story: '', world: {}, expect: {} },
      {
        id: 'slow',
        title: 'Slow',
        story: '',
        world: {},
        limits: { call: 600 },
        expect: { code: 'timeout_error' },
      },
    ],
    withoutScenario: { 'turn.quota': 'Needs a quota.' },
    replayed: () => ({ id: 'replay', title: 'R', story: 'S', world: {}, expect: {} }),
    begin: ({ scenario }) => begun.push(scenario),
    ensureAlive: async () => 'alive',
    hangUp: () => begun.push('hung up'),
  };
  let now = 0;
  const world: SessionWorld<string> = {
    target: 'simulated',
    userAgent: 'test',
    pageUrl: 'http://localhost/simulated/',
    baseUrl: 'https://api.orga-ai.test',
    sessionEndpoint: 'https://your-app.test/api/orga-client-secrets',
    now: () => (now += 1),
    wallClock: () => 1_800_000_000_000,
    random: () => 0.5,
    after: (ms, task) => {
      const timer = setTimeout(task, ms);
      return () => clearTimeout(timer);
    },
    loadRecipe: async () =>
      recipeWith(
        (order, controls) =>
          new Promise((resolve) => {
            started.push({ order, controls, end: resolve });
            controls.signal.addEventListener('abort', () => resolve('carried'));
          }),
      ),
    loadKnowledge: async () => ({
      diagnose: () => [],
      foresee: () => [],
      advise: () => [],
      sdkView: () => undefined,
      catalogue: [],
    }),
    loadChecks: async () => planProblems,
    loadSimulation: async () => simulation,
    loadRecordings: () => Promise.reject(new Error('not used here')),
    ...parts,
  };
  return { session: createSessionModel(world), started, begun };
}

/** Promises that are already settled have been heard by the time this resolves. */
const settled = () => new Promise((resolve) => setTimeout(resolve));

test('a run begins its world, and reports what it was given', async () => {
  const { session, started, begun } = modelWith();
  await session.run();
  await settled();
  session.flush();
  expect(begun).toEqual(['healthy']);
  expect(started[0]?.order).toMatchObject({ from: 'token', secrets: { apiKey: 'sk_orga_ai_test' } });
  expect(session.summary.value).toMatchObject({ run: 1, outcome: 'running', target: 'simulated' });
  session.stop();
});

test('a new run ends the old one first, and drops what it reports late', async () => {
  const { session, started } = modelWith();
  await session.run();
  await settled();
  await session.run();
  await settled();
  expect(started[0]?.controls.signal.aborted).toBe(true);
  started[0]?.controls.report({ kind: 'note', topic: 'slow', waitingFor: 'late', after: 1 });
  session.flush();
  expect(session.summary.value.run).toBe(2);
  expect(session.log.value.map(({ kind }) => kind)).toEqual(['run-started']);
  session.stop();
});

test('a stop is in the log at once, and says who did it', async () => {
  const { session } = modelWith();
  await session.run();
  session.stop();
  expect(session.summary.value).toMatchObject({ outcome: 'stopped', endedBy: 'user' });
});

test('a refused setting ends the run before anything is sent', async () => {
  const { session, started } = modelWith();
  session.set('temperature', 2);
  await session.run();
  expect(started).toEqual([]);
  expect(session.summary.value).toMatchObject({ outcome: 'failed', failedStep: 'token' });
  expect(session.log.value.map(({ kind }) => kind)).toEqual([
    'run-started',
    'settings-refused',
    'step',
    'run',
  ]);
});

test('short limits of a scenario are told of, and gone with real time', async () => {
  const { session, started } = modelWith();
  await session.loaded();
  session.selectScenario('slow');
  await session.run();
  await settled();
  expect(started[0]?.order.limits.call).toBe(600);
  session.flush();
  expect(session.log.value[1]).toMatchObject({
    kind: 'note',
    topic: 'limits-shortened',
    limits: { call: 600 },
  });
  session.setRealtime(true);
  await session.run();
  await settled();
  expect(started[1]?.order.limits.call).toBe(10_000);
  session.stop();
});

test('a retry is a further attempt of the same run, from the token', async () => {
  const { session, started } = modelWith();
  await session.run();
  await settled();
  started[0]?.controls.report({ kind: 'run', state: 'failed', by: 'failure' });
  started[0]?.end('carried');
  await settled();
  session.retry('new-token-and-retry');
  await settled();
  expect(started[1]?.order).toMatchObject({
    from: 'token',
    attempt: { why: 'new-token', number: 2, delay: 0 },
  });
  expect(session.summary.value.run).toBe(1);
  session.stop();
});

test('a pasted token stands in for the key', async () => {
  const { session, started } = modelWith();
  session.setPastedToken('some.pasted.token');
  await session.run();
  await settled();
  expect(started[0]?.order.secrets).toEqual({ token: 'some.pasted.token' });
  session.stop();
});

test('an exception of the recipe is an entry, never silence', async () => {
  const { session } = modelWith({
    loadRecipe: async () => recipeWith(() => Promise.reject(new RangeError('planted'))),
  });
  await session.run();
  await settled();
  expect(session.log.value.at(-2)).toMatchObject({
    kind: 'unexpected',
    failure: { error: { name: 'RangeError', message: 'planted' } },
  });
  expect(session.summary.value.outcome).toBe('failed');
});

test('a part that cannot be had is a notice, and the next run tries again', async () => {
  let tries = 0;
  const { session } = modelWith({
    loadSimulation: () => {
      tries += 1;
      return Promise.reject(new Error('The simulation could not be loaded.'));
    },
  });
  await session.run();
  await session.run();
  expect(tries).toBe(2);
  expect(session.notices.value).toEqual([
    { id: 'simulation', level: 'error', text: 'The simulation could not be loaded.' },
  ]);
  expect(session.summary.value.outcome).toBe('idle');
});

test('a restarted worker is told of', async () => {
  const { session, started } = modelWith({
    loadSimulation: async () => ({
      apiKey: 'k',
      scenarios: [{ id: 'healthy', title: '', story: '', world: {}, expect: {} }],
      withoutScenario: {},
      replayed: () => ({ id: 'replay', title: 'R', story: 'S', world: {}, expect: {} }),
      begin: () => undefined,
      ensureAlive: async () => 'restarted',
      hangUp: () => undefined,
    }),
  });
  await session.run();
  await settled();
  await started[0]?.controls.beforeRequest();
  session.flush();
  expect(session.log.value.at(-1)).toMatchObject({ kind: 'note', topic: 'simulation-restarted' });
  session.stop();
});

test('resetting all forgets what is secret too', () => {
  const { session } = modelWith();
  session.setPastedToken('eyJ');
  session.setSecretHeaders('cookie: sid=1');
  session.resetSettings();
  expect([session.pastedToken.value, session.secretHeaders.value]).toEqual(['', '']);
});

/** A run that waits before its first step, with a request that is refused where its body says so. */
async function heldRun() {
  const { session, started } = modelWith();
  await session.run({ hold: true });
  await settled();
  const text = {
    step: 'token',
    endpoint: 'client-secrets',
    method: 'POST',
    origin: 'https://api.orga-ai.test',
    path: '/v1/realtime/client-secrets',
    pathIsFixed: false,
    credentials: '',
    headers: '',
    body: 'as planned',
  } as const;
  const begun = started[0]?.controls.mayBegin('token', () => ({
    text,
    check: ({ body }) =>
      body === 'bad' ? { problem: { field: 'body', message: 'No.' }, warnings: [] } : { warnings: [] },
  }));
  return { session, begun };
}

test('a request that waits can be changed, and goes out as it was changed', async () => {
  const { session, begun } = await heldRun();
  expect(session.pendingRequest.value?.text.body).toBe('as planned');
  session.editRequest({ body: 'changed', path: '/v1/realtime/client-secrets' });
  await session.step();
  expect(await begun).toEqual({ body: 'changed' });
  expect(session.pendingRequest.value).toBeUndefined();
  session.stop();
});

test('a request that cannot be sent holds the run, and says why', async () => {
  const { session, begun } = await heldRun();
  session.editRequest({ body: 'bad' });
  await session.step();
  session.continue();
  expect(session.notices.value.map(({ text }) => text)).toEqual(['The request was not sent. No.']);
  session.editRequest({});
  session.continue();
  expect(await begun).toBeUndefined();
  session.stop();
});

test('a request that waited is gone with its run', async () => {
  const { session, begun } = await heldRun();
  session.stop();
  await expect(begun).rejects.toBeDefined();
  expect(session.pendingRequest.value).toBeUndefined();
});
