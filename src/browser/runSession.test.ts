import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createRedactor } from '../core/redaction.ts';
import type { Unlogged } from '../core/session/log.ts';
import { defaultLimits, defaultSettings, type Settings } from '../core/session/settings.ts';
import { runSession } from './runSession.ts';
import type { SessionControls, SessionPlan } from './sessionPlan.ts';

// Node has no RTCPeerConnection: a run that gets as far as the offer ends there. What follows is tested in a browser.

const jwt = 'eyJhbGciOiJIUzI1NiJ9.eyJpYXQiOjEwMDAsImV4cCI6MTkwMH0.c2lnbmF0dXJlLTE';
const goodToken = { ephemeral_token: jwt, expires_at: '1970-01-01T00:31:40' };
const goodServers = {
  iceServers: [{ urls: 'turn:turn.orga-ai.test', username: 'user-4711', credential: 'pass-4711' }],
};
const refused = {
  error: { message: 'Invalid ephemeral token', type: 'invalid_request_error', param: null, code: null },
};

let sent: { url: string; authorization: string | undefined }[];

beforeEach(() => {
  sent = [];
  vi.stubGlobal('location', { href: 'https://debugger.test/', origin: 'https://debugger.test' });
});

afterEach(() => {
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

/** Answers the requests in order; `undefined` never answers, an Error refuses the connection. */
function answer(...replies: ([status: number, body: unknown] | Error | undefined)[]): void {
  vi.stubGlobal(
    'fetch',
    (url: string, { headers, signal }: { headers: Record<string, string>; signal: AbortSignal }) => {
      sent.push({ url, authorization: headers.Authorization });
      const reply = replies.shift();
      if (reply instanceof Error) return Promise.reject(reply);
      if (reply !== undefined) return Promise.resolve(Response.json(reply[1], { status: reply[0] }));
      return new Promise((_, reject) => {
        signal.addEventListener('abort', () => reject(signal.reason));
      });
    },
  );
}

async function run(
  settings: Partial<Settings> = {},
  plan: Partial<SessionPlan> = {},
  controls: Partial<SessionControls> = {},
) {
  const log: Unlogged[] = [];
  const redactor = createRedactor();
  const carried = await runSession(
    {
      settings: {
        ...defaultSettings,
        baseUrl: 'https://api.test',
        sessionEndpoint: 'https://app.test/api',
        ...settings,
      },
      limits: defaultLimits('rest'),
      from: 'token',
      secrets: { apiKey: 'sk_orga_ai_1234567890' },
      ...plan,
    },
    {
      signal: new AbortController().signal,
      mayBegin: async () => undefined,
      report: (entry) => `e${log.push(redactor.redact(entry))}`,
      redactor,
      tokenMemory: { recall: async () => [], remember: async () => {}, takeRefusal: () => undefined },
      beforeRequest: async () => {},
      ...controls,
    },
  );
  const of = <K extends Unlogged['kind']>(kind: K) =>
    log.filter((entry): entry is Extract<Unlogged, { kind: K }> => entry.kind === kind);
  const steps = of('step').map(({ step, state }) => `${step} ${state}`);
  return { log, of, steps, carried };
}

test('token and ICE servers are fetched in order, and a browser without WebRTC is told at the offer', async () => {
  answer([200, goodToken], [200, goodServers]);
  const { steps, of, carried } = await run();
  expect(steps).toEqual([
    'token running',
    'token done',
    'ice-config running',
    'ice-config done',
    'offer running',
    'offer failed',
  ]);
  expect(of('connection-failure')[0]?.failure).toEqual({
    reason: 'unsupported',
    missing: 'RTCPeerConnection',
  });
  expect(of('run')).toEqual([{ kind: 'run', step: 'offer', state: 'failed', by: 'failure' }]);
  expect(carried).toEqual({
    token: jwt,
    expiresAtText: '1970-01-01T00:31:40',
    iceServers: goodServers.iceServers,
  });
});

test('the token entry tells what the JWT says, not the JWT', async () => {
  answer([200, goodToken], [500, {}]);
  const { of, log } = await run();
  expect(of('token')[0]).toMatchObject({
    token: 'token#1',
    from: 'client-secrets',
    issuedAt: 1000,
    expiresAt: 1900,
  });
  expect(JSON.stringify(log)).not.toContain('c2lnbmF0dXJlLTE');
});

test('a failed request is told once, and the step names that entry', async () => {
  answer([401, refused]);
  const { of, log } = await run();
  expect(of('rest-error').length).toBe(1);
  const failed = of('step').find(({ state }) => state === 'failed');
  expect(log.findIndex(({ kind }) => kind === 'rest-error') + 1).toBe(Number(failed?.failedBy?.slice(1)));
});

test('servers that are left out are listed', async () => {
  answer([200, goodToken], [200, goodServers]);
  const { of } = await run({}, { leaveOut: (url) => url.includes('.test') });
  expect(of('ice-servers')).toEqual([
    {
      kind: 'ice-servers',
      step: 'ice-config',
      from: 'ice-config',
      servers: [
        { urls: ['turn:turn.orga-ai.test'], username: 'turn-username#1', credential: 'turn-credential#1' },
      ],
      leftOut: ['turn:turn.orga-ai.test'],
    },
  ]);
});

test('the backend route asks once, and reads the ICE servers that came with the token', async () => {
  answer([200, { ephemeralToken: jwt, ...goodServers }]);
  const { steps, of } = await run({ route: 'backend' });
  expect(sent).toEqual([{ url: 'https://app.test/api', authorization: undefined }]);
  expect(steps).toContain('ice-config done');
  expect(of('ice-servers')[0]?.from).toBe('session');
});

test('a session endpoint that takes long is noted before its limit', async () => {
  answer(undefined);
  const { of } = await run({ route: 'backend' }, { limits: { ...defaultLimits('backend'), token: 50 } });
  expect(of('note')).toEqual([
    { kind: 'note', step: 'token', topic: 'slow', waitingFor: 'the session endpoint', after: 20 },
  ]);
  expect(of('rest-error')[0]?.failure).toEqual({ reason: 'timeout', limit: 50, phase: 'headers' });
});

test('an absent token ends the token step', async () => {
  answer([200, { iceServers: [] }]);
  const { steps } = await run({ route: 'backend' });
  expect(steps).toEqual(['token running', 'token failed']);
});

test('who goes on without a token sends the text undefined', async () => {
  answer([200, {}], [401, refused]);
  const { of } = await run({ continueWithoutToken: true });
  expect(sent[1]?.authorization).toBe('Bearer undefined');
  expect(of('request')[1]?.credential).toEqual({ kind: 'undefined' });
  expect(of('rest-error').map(({ failure }) => failure.reason)).toEqual(['bad-reply', 'http']);
});

test('a 503 is retried from the beginning', async () => {
  vi.spyOn(Math, 'random').mockReturnValue(0);
  answer([503, {}], [200, goodToken], [200, goodServers]);
  const { of } = await run({ retries: 1 });
  expect(of('attempt')).toEqual([{ kind: 'attempt', number: 2, from: 'token', why: 'retry', delay: 250 }]);
  expect(of('request').map(({ request }) => request)).toEqual(['r1.1', 'r2.1', 'r2.2']);
});

test('a refused token is renewed where that is wanted', async () => {
  answer([200, goodToken], [401, refused], [200, goodToken], [200, goodServers]);
  const { of } = await run({ renewToken: true });
  expect(of('attempt')).toEqual([{ kind: 'attempt', number: 2, from: 'token', why: 'new-token', delay: 0 }]);
});

test('a run from a later step begins with what was carried', async () => {
  answer([200, goodServers]);
  const { steps, of } = await run({}, { from: 'ice-config', carried: { token: jwt } });
  expect(steps.slice(0, 2)).toEqual(['token skipped', 'ice-config running']);
  expect(of('token')[0]?.from).toBe('carried');
  expect(sent[0]?.authorization).toBe(`Bearer ${jwt}`);
});

test('a pasted token stands before a carried one', async () => {
  answer([200, goodServers]);
  const secrets = { token: 'eyJhbGciOiJIUzI1NiJ9.e30.cGFzdGVk' };
  const { of } = await run({}, { from: 'ice-config', carried: { token: jwt }, secrets });
  expect(of('token')[0]?.from).toBe('pasted');
  expect(sent[0]?.authorization).toBe('Bearer eyJhbGciOiJIUzI1NiJ9.e30.cGFzdGVk');
});

test('a run from the call makes a new offer', async () => {
  const { steps } = await run({}, { from: 'call', carried: { token: jwt, iceServers: [] } });
  expect(steps).toEqual(['token skipped', 'ice-config skipped', 'offer running', 'offer failed']);
});

test('without token or key nothing is sent', async () => {
  answer();
  expect((await run({}, { secrets: {} })).of('settings-refused')[0]?.failure.key).toBe('apiKey');
  expect((await run({}, { secrets: {}, from: 'ice-config' })).of('settings-refused')[0]?.failure.key).toBe(
    'token',
  );
  expect(sent).toEqual([]);
});

test('earlier uses of a token are told before it is used', async () => {
  answer([200, goodToken], [401, refused]);
  const recall = async () => [{ endpoint: 'calls', at: Date.now() - 5000, status: 200 } as const];
  const { log, of } = await run(
    {},
    {},
    {
      tokenMemory: { recall, remember: async () => {}, takeRefusal: () => undefined },
    },
  );
  expect(of('token-history')[0]?.uses[0]).toMatchObject({ endpoint: 'calls', status: 200 });
  const kinds = log.filter(({ step }) => step === 'ice-config').map(({ kind }) => kind);
  expect(kinds.slice(0, 3)).toEqual(['step', 'token-history', 'request']);
});

test('a stopped run resolves, and says nothing more', async () => {
  answer(undefined);
  const abort = new AbortController();
  const stop = async () => void setTimeout(() => abort.abort(new Error('stopped')), 5);
  const { steps, of } = await run({}, {}, { signal: abort.signal, beforeRequest: stop });
  expect(steps).toEqual(['token running']);
  expect(of('run')).toEqual([]);
});

test('an exception that nobody foresaw is an entry and fails the step', async () => {
  answer();
  const beforeRequest = () => Promise.reject(new RangeError('surprise'));
  const { of, steps } = await run({}, {}, { beforeRequest });
  expect(of('unexpected')[0]?.failure).toEqual({
    reason: 'unexpected',
    error: { name: 'RangeError', message: 'surprise' },
  });
  expect(steps).toEqual(['token running', 'token failed']);
});
