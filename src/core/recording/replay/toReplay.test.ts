import { expect, test } from 'vitest';
import {
  ended,
  envelope,
  type Literal,
  logOf,
  request,
  response,
  restError,
} from '../../diagnosis/testing/literalLog.ts';
import { toReplay } from './toReplay.ts';

const refusal = { reason: 'http', status: 401, reading: envelope('Invalid ephemeral token') } as const;

const refusedCall = [
  request('calls', { body: '{"offer":{"sdp":"v=0","type":"offer"},"params":{}}' }),
  response(401, {
    step: 'call',
    body: '{"error":{"message":"Invalid ephemeral token"}}',
    headers: { 'content-type': 'application/json', 'Content-Encoding': 'br', 'x-request-id': 'abc' },
    headersAfter: 1234.5,
  }),
  restError('calls', refusal),
] as const;

const failedWith401 = { ...restError('calls', refusal), http: { status: 401 } } as Literal;

test('a reply is verbatim but for what belongs to the transfer', () => {
  const log = logOf('rest', ...refusedCall, ...ended('call', 'e4'));
  expect(toReplay(log, 'recorded').replies).toEqual({
    calls: [
      {
        kind: 'reply',
        status: 401,
        headers: { 'content-type': 'application/json', 'x-request-id': 'abc' },
        body: '{"error":{"message":"Invalid ephemeral token"}}',
        delay: 1235,
      },
    ],
  });
  expect(toReplay(log).replies.calls?.[0]).toMatchObject({ delay: 20 });
});

test('a token keeps its age and its life in relation to its arrival', () => {
  const log = logOf('rest', {
    kind: 'token',
    token: 'token#1',
    from: 'client-secrets',
    issuedAt: 1_762_860_000,
    expiresAt: 1_762_860_900,
    expiresAtText: '2025-11-11T11:35:00',
    wallClock: 1_762_860_100_000,
  });
  expect(toReplay(log).tokens).toEqual({
    'token#1': { issuedBefore: 100, expiresAfter: 800, expiresAtText: '2025-11-11T11:35:00' },
  });
});

test('what an earlier run had obtained is obtained first, and a token used before is used before', () => {
  const log = logOf(
    'rest',
    { kind: 'token', token: 'token#1', from: 'carried', wallClock: 1 },
    { kind: 'token-history', token: 'token#1', uses: [{ endpoint: 'calls', ago: 5000, status: 200 }] },
    ...refusedCall,
    ...ended('call', 'e6'),
  );
  const replay = toReplay(log);
  expect(replay.replies['client-secrets']?.[0]).toMatchObject({ status: 200 });
  expect(replay.replies.calls?.[0]).toEqual({ kind: 'own' });
  expect(replay.replies.calls?.[1]).toMatchObject({ status: 401 });
  expect(replay.request?.again).toBe('offer');
  expect(replay.expect).toMatchObject({ code: 'invalid_ephemeral_token', variant: 'used', step: 'call' });
  expect(replay.foresight).toEqual([
    'The recorded run began with a token that it had already; Replay obtains one first.',
    'The token had been used before the recording began; Replay uses it once first.',
  ]);
});

test('no host of an ICE server can be reached from a replay', () => {
  const body = JSON.stringify({
    iceServers: [
      {
        urls: [
          'stun:stun1.l.google.com:19302',
          'turn:198.51.100.7:3478?transport=udp',
          'turns:[2001:db8::1]',
        ],
      },
      { urls: 'turn:127.0.0.1:3478' },
      { urls: 'turn:turn.example:3478' },
    ],
  });
  const log = logOf('rest', request('ice-config'), response(200, { body }));
  expect(JSON.parse(bodyOf(toReplay(log).replies['ice-config']?.[0]))).toEqual({
    iceServers: [
      {
        urls: [
          'stun:stun1.l.google.com.invalid:19302',
          'turn:198.51.100.7.invalid:3478?transport=udp',
          'turns:2001-db8-1.invalid',
        ],
      },
      { urls: 'turn:127.0.0.1:3478' },
      { urls: 'turn:turn.example:3478' },
    ],
  });
});

function bodyOf(reply: unknown): string {
  return typeof reply === 'object' && reply !== null && 'body' in reply ? String(reply.body) : '';
}

test('what no simulation can bring about is said beforehand', () => {
  const log = logOf(
    'rest',
    { kind: 'run', state: 'connected' },
    {
      kind: 'connection-failure',
      step: 'connection',
      failure: { reason: 'ice', iceConnectionState: 'disconnected', connectionState: 'failed' },
    },
    ...ended('connection', 'e3'),
  );
  const replay = toReplay(log);
  expect(replay.faithful).toBe(false);
  expect(replay.foresight.join(' ')).toMatch(/cannot do|needs a network/);
});

const carried = {
  fetchIceConfig: true,
  email: 'dev@example.com',
  voice: 'alloy',
  model: 'orga-1-beta',
  temperature: 0.5,
  transcription: false,
  instructions: '',
  modalities: ['audio', 'video'],
  history: true,
  iceTransportPolicy: 'all',
  correlationHeaders: ['x-request-id', 'x-correlation-id', 'request-id', 'traceparent', 'cf-ray'],
  continueWithoutToken: false,
  retries: 0,
  renewToken: false,
};
const limits = { token: 10_000, 'ice-config': 10_000, offer: 5_000, call: 10_000, connection: 30_000 };
const head = { format: 'webrtc-session-replay', version: 1, settings: carried, limits };
const notEnded = 'The recorded run had not ended: what came after it is as the simulation has it.';

test('an empty log gives a scenario all the same', () => {
  expect(toReplay([])).toEqual({
    ...head,
    title: 'A recorded session',
    story: 'The session, as it went.',
    route: 'rest',
    replies: {},
    tokens: {},
    expect: { outcome: 'connected' },
    faithful: false,
    foresight: [notEnded, 'The recording does not tell how the run was set up: defaults are used.'],
  });
});

test('a session that connected is one again, without anything of where it went', () => {
  const log = logOf('backend', request('session'), response(200, { headersAfter: 7 }), {
    kind: 'run',
    state: 'connected',
  });
  expect(toReplay(log)).toEqual({
    ...head,
    title: 'A session that connected',
    story: 'The session of 2025-11-11T11:34Z, as it went.',
    route: 'backend',
    limits: { ...limits, token: 25_000 },
    replies: { session: [{ kind: 'reply', status: 200, headers: {}, body: '', delay: 7 }] },
    tokens: {},
    expect: { outcome: 'connected' },
    faithful: true,
    foresight: [],
  });
});

test('a session that failed is expected to fail so', () => {
  const log = logOf('rest', ...refusedCall.slice(0, 2), failedWith401, ...ended('call', 'e4'));
  expect(toReplay(log)).toEqual({
    ...head,
    title: 'The service refused the token, and nothing seen here explains it',
    story: 'The session of 2025-11-11T11:34Z, up to its failure at call: invalid_ephemeral_token.',
    route: 'rest',
    limits: { ...limits, call: 1_500 },
    replies: {
      calls: [
        {
          kind: 'reply',
          status: 401,
          headers: { 'content-type': 'application/json', 'x-request-id': 'abc' },
          body: '{"error":{"message":"Invalid ephemeral token"}}',
          delay: 20,
        },
      ],
    },
    tokens: {},
    expect: {
      outcome: 'failed',
      code: 'invalid_ephemeral_token',
      variant: 'unexplained',
      step: 'call',
      httpStatus: 401,
    },
    faithful: true,
    foresight: [],
  });
});

test('a session that was stopped is no connected one, and that is said', () => {
  const log = logOf('rest', request('calls'), { kind: 'run', state: 'stopped', by: 'user' });
  expect(toReplay(log)).toMatchObject({
    title: 'A recorded session',
    faithful: false,
    foresight: [notEnded],
  });
});

test('a status belongs to the step that failed, not to one before it', () => {
  const log = logOf('rest', request('calls'), failedWith401, { kind: 'run', state: 'connected' });
  expect(toReplay(log).expect.httpStatus).toBeUndefined();
  const later = logOf('rest', request('calls'), failedWith401, ...ended('connection', 'e3'));
  expect(toReplay(later).expect.httpStatus).toBeUndefined();
});

test('what was wrong with the requests is in the scenario, with the paths that were asked', () => {
  const url = 'https://api.orga-ai.com/v2/calls';
  const log = logOf('rest', request('calls', { url, credential: { kind: 'none' } }));
  expect(toReplay(log)).toMatchObject({
    request: {
      alterations: [
        { endpoint: 'calls', path: '/v2/calls' },
        { endpoint: 'calls', omitAuthorization: true },
        { endpoint: 'calls', omitBody: true },
      ],
    },
    paths: { calls: '/v2/calls' },
  });
});

test('a session that went again goes again, and one that went on without a token too', () => {
  const log = logOf(
    'rest',
    { kind: 'attempt', number: 2, from: 'token', why: 'retry', delay: 0 },
    { kind: 'attempt', number: 3, from: 'offer', why: 'again', delay: 0 },
    request('ice-config', { credential: { kind: 'undefined' } }),
    request('ice-config'),
  );
  const replay = toReplay(log);
  expect(replay.request).toEqual({ again: 'offer' });
  expect(replay.settings).toEqual({ ...carried, continueWithoutToken: true });
});

test('a machine that slept sleeps as long', () => {
  const slept = (wallClock: number, monotonic: number, late: number) =>
    toReplay(logOf('rest', { kind: 'sleep', wallClock, monotonic, late })).sleep;
  expect(slept(60_000.4, 1_000, 3_000)).toEqual({ after: 800, asleep: 59_000 });
  expect(slept(60_000, 59_000, 58_000)).toEqual({ after: 800, asleep: 58_000 });
});
