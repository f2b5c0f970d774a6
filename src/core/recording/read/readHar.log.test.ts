import { expect, test } from 'vitest';
import { defaultLimits, defaultSettings } from '../../session/settings.ts';
import { began, entry } from './testing/harFile.ts';
import {
  call,
  candidate,
  iceConfig,
  opened,
  orga,
  plain,
  readable,
  sdp,
  secrets,
  start,
  step,
  token,
} from './testing/harSession.ts';

test('every entry of a session on the REST route says what the file says', () => {
  const { recording, notes } = opened(secrets, iceConfig, call());
  const common = { crossOrigin: true, altered: [] };
  const reply = { status: 200, statusText: '', bodyBytes: 10, headersAfter: 40, took: 50, redirected: false };
  const authorized = { authorization: 'Bearer token#1' };
  expect(plain(recording.log)).toEqual([
    {
      at: 0,
      kind: 'run-started',
      run: 1,
      wallClock: began,
      target: 'watched',
      route: 'rest',
      from: 'token',
      settings: { ...defaultSettings, email: '' },
      limits: defaultLimits('rest'),
      userAgent: '',
      pageUrl: 'https://app.example/talk',
    },
    step(0, 'token', 'running'),
    {
      at: 0,
      kind: 'request',
      step: 'token',
      request: 'r2',
      endpoint: 'client-secrets',
      method: 'POST',
      url: `${orga}/client-secrets?email=a%40b.example`,
      headers: { authorization: 'Bearer api-key#1' },
      credential: { kind: 'api-key', name: 'api-key#1' },
      ...common,
    },
    {
      at: 50,
      kind: 'response',
      step: 'token',
      request: 'r2',
      ...reply,
      headers: { ...readable, 'x-request-id': 'req-1', 'retry-after': '7' },
      body: '{"ephemeral_token":"token#1","expires_at":"2026-11-22T12:10:00"}',
      correlationId: 'req-1',
      correlationExposed: true,
      retryAfter: 7,
    },
    {
      at: 50,
      kind: 'token',
      step: 'token',
      token: 'token#1',
      from: 'client-secrets',
      issuedAt: began / 1000 - 10,
      expiresAt: began / 1000 + 600,
      expiresAtText: '2026-11-22T12:10:00',
      wallClock: began + 50,
    },
    step(50, 'token', 'done', { took: 50 }),
    step(100, 'ice-config', 'running'),
    {
      at: 100,
      kind: 'request',
      step: 'ice-config',
      request: 'r7',
      endpoint: 'ice-config',
      method: 'GET',
      url: `${orga}/ice-config`,
      headers: authorized,
      credential: { kind: 'token', name: 'token#1' },
      ...common,
    },
    {
      at: 150,
      kind: 'response',
      step: 'ice-config',
      request: 'r7',
      ...reply,
      headers: readable,
      body: '{"iceServers":[{"urls":"turn:turn.example","username":"turn-username#1","credential":"turn-credential#1"}]}',
      correlationExposed: false,
    },
    {
      at: 150,
      kind: 'ice-servers',
      step: 'ice-config',
      from: 'ice-config',
      servers: [
        {
          urls: ['turn:turn.example'],
          username: 'turn-username#1',
          credential: 'turn-credential#1',
          expiresAt: 1_795_400_000,
        },
      ],
      leftOut: [],
    },
    step(150, 'ice-config', 'done', { took: 50 }),
    step(300, 'offer', 'running'),
    { at: 300, kind: 'description', step: 'offer', side: 'local', type: 'offer', sdp },
    { at: 300, kind: 'candidate', step: 'offer', side: 'local', candidate, mid: '0' },
    step(300, 'offer', 'done', { took: 0 }),
    step(300, 'call', 'running'),
    {
      at: 300,
      kind: 'request',
      step: 'call',
      request: 'r16',
      endpoint: 'calls',
      method: 'POST',
      url: `${orga}/calls`,
      headers: authorized,
      body: JSON.stringify({ offer: { sdp, type: 'offer' } }),
      credential: { kind: 'token', name: 'token#1' },
      ...common,
    },
    {
      at: 350,
      kind: 'response',
      step: 'call',
      request: 'r16',
      ...reply,
      headers: readable,
      body: JSON.stringify({ conversation_id: 'c1', answer: { type: 'answer', sdp } }),
      correlationExposed: false,
    },
    { at: 350, kind: 'description', step: 'call', side: 'remote', type: 'answer', sdp },
    { at: 350, kind: 'candidate', step: 'call', side: 'remote', candidate, mid: '0' },
    step(350, 'call', 'done', { took: 50 }),
    { at: 350, kind: 'run', state: 'stopped', by: 'user' },
  ]);
  expect(recording.log.map(({ id }) => id)).toEqual(recording.log.map((_, index) => `e${index + 1}`));
  expect(notes).toEqual([
    'The requests went well. What became of the connection a HAR does not show: a webrtc-internals dump does.',
  ]);
});

test('a session endpoint hands out token and ICE servers, and stands for both steps', () => {
  const { recording, notes } = opened(
    entry({ url: start, reply: { ephemeralToken: token, iceServers: [] } }),
  );
  expect(plain(recording.log).slice(1)).toEqual([
    step(0, 'token', 'running'),
    {
      at: 0,
      kind: 'request',
      step: 'token',
      request: 'r2',
      endpoint: 'session',
      method: 'GET',
      url: start,
      headers: {},
      credential: { kind: 'none' },
      crossOrigin: false,
      altered: [],
    },
    {
      at: 50,
      kind: 'response',
      step: 'token',
      request: 'r2',
      status: 200,
      statusText: '',
      headers: { 'content-type': 'application/json' },
      body: '{"ephemeralToken":"token#1","iceServers":[]}',
      bodyBytes: 10,
      headersAfter: 40,
      took: 50,
      correlationExposed: true,
      redirected: false,
    },
    {
      at: 50,
      kind: 'token',
      step: 'token',
      token: 'token#1',
      from: 'session',
      issuedAt: began / 1000 - 10,
      expiresAt: began / 1000 + 600,
      wallClock: began + 50,
    },
    { at: 50, kind: 'ice-servers', step: 'ice-config', from: 'session', servers: [], leftOut: [] },
    step(50, 'token', 'done', { took: 50 }),
    step(50, 'ice-config', 'done', { took: 0 }),
    { at: 50, kind: 'run', state: 'stopped', by: 'user' },
  ]);
  expect(notes).toEqual([]);
});

test('after a session endpoint that handed out ICE servers their own request is another attempt', () => {
  const session = entry({ url: start, reply: { ephemeralToken: token, iceServers: [] } });
  const { log } = opened(session, iceConfig).recording;
  expect(plain(log).find(({ kind }) => kind === 'attempt')).toEqual({
    at: 100,
    kind: 'attempt',
    number: 2,
    from: 'ice-config',
    why: 'again',
    delay: 0,
    attempt: 2,
  });
});

test('a call alone begins at its offer; refused, it has its error and fails its step', () => {
  const error = { message: 'Bad offer.', type: 'invalid_request_error', param: 'offer', code: 'bad' };
  const { recording, notes } = opened(call({ at: 0, status: 400, reply: { error }, body: { offer: {} } }));
  expect(recording.log[0]).toMatchObject({ from: 'offer' });
  expect(plain(recording.log).slice(1, 6)).toEqual([
    step(0, 'token', 'skipped'),
    step(0, 'ice-config', 'skipped'),
    step(0, 'offer', 'running'),
    step(0, 'offer', 'done', { took: 0 }),
    step(0, 'call', 'running'),
  ]);
  expect(plain(recording.log).slice(8)).toEqual([
    {
      at: 50,
      kind: 'rest-error',
      step: 'call',
      request: { id: 'r6', endpoint: 'calls', method: 'POST', url: `${orga}/calls` },
      failure: { reason: 'http', status: 400, reading: { format: 'envelope', answeredBy: 'orga', ...error } },
      http: { status: 400, ...error },
      response: 'e8',
    },
    step(50, 'call', 'failed', { took: 50, failedBy: 'e9' }),
    { at: 50, kind: 'run', state: 'failed', by: 'failure' },
  ]);
  expect(notes).toEqual([]);
});
