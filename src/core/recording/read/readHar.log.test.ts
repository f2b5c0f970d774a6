import { expect, test } from 'vitest';
import type { LogEntry } from '../../session/log.ts';
import { defaultLimits, defaultSettings } from '../../session/settings.ts';
import { openText } from './openText.ts';
import { readHar } from './readHar.ts';
import { began, entry, har, tokenOf } from './testing/harFile.ts';

const token = tokenOf({ iat: began / 1000 - 10, exp: began / 1000 + 600 });
const apiKey = 'sk_orga_ai_0123456789abcdefghijklmnop';
const orga = 'https://api.orga-ai.com/v1/realtime';
const start = 'https://app.example/api/start';
const page = { pages: [{ title: 'https://app.example/talk' }] };
const readable = { 'access-control-allow-origin': '*', 'content-type': 'application/json' };
const candidate = 'candidate:1 1 udp 1 192.0.2.7 50009 typ host';
const sdp = `v=0\r\nm=audio 9 UDP/TLS/RTP/SAVPF 111\r\na=mid:0\r\na=${candidate}\r\n`;

function opened(...entries: readonly unknown[]) {
  const reading = openText(har(entries, page), { id: 'r1' });
  if (!reading.ok) throw new Error(reading.problem);
  return reading;
}

/** Without what says nothing here: ids and the first attempt. */
const plain = (log: readonly LogEntry[]) =>
  log.map(({ id: _, attempt, ...rest }) => ({ ...rest, ...(attempt === 1 ? {} : { attempt }) }));
const step = (at: number, name: string, state: string, rest = {}) => ({
  at,
  kind: 'step',
  step: name,
  state,
  ...rest,
});

const secrets = entry({
  url: `${orga}/client-secrets?email=a%40b.example`,
  method: 'POST',
  bearer: apiKey,
  replyHeaders: { ...readable, 'x-request-id': 'req-1', 'retry-after': '7' },
  reply: { ephemeral_token: token, expires_at: '2026-11-22T12:10:00' },
});
const iceConfig = entry({
  url: `${orga}/ice-config`,
  at: 100,
  bearer: token,
  replyHeaders: readable,
  reply: {
    iceServers: [{ urls: 'turn:turn.example', username: '1795400000:a', credential: 'hunter2secret' }],
  },
});
const call = (rest = {}) =>
  entry({
    url: `${orga}/calls`,
    method: 'POST',
    at: 300,
    bearer: token,
    body: { offer: { sdp, type: 'offer' } },
    replyHeaders: readable,
    reply: { conversation_id: 'c1', answer: { type: 'answer', sdp } },
    ...rest,
  });

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

test.each([
  [[], true],
  [['Authorization'], true],
  [['Content-Type'], true],
])('a request that got no response says whether it needed a preflight: %j', (names, preflight) => {
  const headers = Object.fromEntries(names.map((name) => [name, 'application/json']));
  const { log } = opened(
    entry({
      url: `${orga}/ice-config`,
      method: names.length === 0 ? 'DELETE' : 'POST',
      status: 0,
      headers,
      replyHeaders: {},
      content: {},
      response: { _error: 'net::ERR_NAME_NOT_RESOLVED' },
    }),
  ).recording;
  expect(plain(log).slice(-4)).toEqual([
    {
      at: 50,
      kind: 'rest-error',
      step: 'ice-config',
      request: {
        id: 'r3',
        endpoint: 'ice-config',
        method: names.length === 0 ? 'DELETE' : 'POST',
        url: `${orga}/ice-config`,
      },
      failure: {
        reason: 'unreachable',
        error: { name: 'TypeError', message: 'Failed to fetch (net::ERR_NAME_NOT_RESOLVED)' },
      },
    },
    {
      at: 50,
      kind: 'note',
      step: 'ice-config',
      topic: 'probe',
      request: 'r3',
      url: `${orga}/ice-config`,
      preflight,
      result: 'failed',
      online: true,
    },
    step(50, 'ice-config', 'failed', { took: 50, failedBy: 'e5' }),
    { at: 50, kind: 'run', state: 'failed', by: 'failure' },
  ]);
});

const probeOf = (log: readonly LogEntry[]) => log.find((each) => each.kind === 'note');

test.each([['GET'], ['POST'], ['HEAD']])('a plain %s needed no preflight, unless one was seen', (method) => {
  const failed = entry({
    url: `${orga}/ice-config`,
    method,
    at: 10,
    status: 0,
    replyHeaders: {},
    content: {},
    response: { _error: 'net::ERR_NAME_NOT_RESOLVED' },
  });
  const seen = entry({ url: `${orga}/ice-config`, method: 'OPTIONS', status: 0, content: {} });
  expect(probeOf(opened(failed).recording.log)).toMatchObject({ preflight: false });
  expect(probeOf(opened(seen, failed).recording.log)).toMatchObject({ preflight: true });
});

test('a request to the page’s own origin never needs a preflight', () => {
  const own = entry({
    url: 'https://app.example/v1/realtime/calls',
    method: 'DELETE',
    status: 0,
    replyHeaders: {},
    content: {},
    response: { _error: 'net::ERR_CONNECTION_RESET' },
  });
  expect(probeOf(opened(own).recording.log)).toMatchObject({ preflight: false });
});

test('what the page called off is noted, and fails nothing', () => {
  const off = call({ at: 0, time: 300.4, status: 0, content: {}, response: { _error: 'net::ERR_ABORTED' } });
  const { recording, notes } = opened(off);
  expect(notes).toEqual(['The page called off its request to /v1/realtime/calls after 300 ms.']);
  expect(recording.log.at(-1)).toMatchObject({ at: 300.4, kind: 'run', state: 'stopped' });
});

test('a reply without its body fails by its status alone', () => {
  const missing = (status: number) => opened(call({ at: 0, status, content: { size: 4 } }));
  const note =
    'The file was saved without the body of the reply to /v1/realtime/calls, or it is compressed: it cannot be read.';
  expect(missing(200).notes[0]).toBe(note);
  expect(missing(299).recording.log.at(-1)).toMatchObject({ kind: 'run', state: 'stopped' });
  for (const status of [199, 300, 500]) {
    const { recording, notes } = missing(status);
    expect(notes).toEqual([note]);
    expect(recording.log.find((each) => each.kind === 'rest-error')).toMatchObject({
      failure: { reason: 'http', status, reading: { format: 'empty', answeredBy: 'unknown' } },
      http: { status },
    });
  }
  expect(missing(200).recording.log.find((each) => each.kind === 'response')).toMatchObject({ body: '' });
});

test('what nobody knows the page of is taken for its own', () => {
  const reading = openText(har([secrets]), { id: 'r1' });
  const log = reading.ok ? reading.recording.log : [];
  expect(log.find((each) => each.kind === 'request')).toMatchObject({ crossOrigin: false });
  expect(log.find((each) => each.kind === 'response')).toMatchObject({ correlationExposed: true });
});

test('of long bodies 64 KiB are kept', () => {
  const text = 'x'.repeat(70_000);
  const { log } = opened(call({ at: 0, body: text, content: { mimeType: 'text/plain', text } })).recording;
  const bodies = log.flatMap((each) =>
    each.kind === 'request' || each.kind === 'response' ? [each.body] : [],
  );
  expect(bodies.map((body) => body?.length)).toEqual([65_536, 65_536]);
});

test('in a file of this debugger a reply was readable, whatever its headers', () => {
  const own = { ...page, creator: { name: 'webrtc-session-debugger', version: '1' } };
  const kindsOf = (rest: object) => {
    const reading = openText(har([call({ at: 0, replyHeaders: { date: 'x' }, ...rest })], own), { id: 'r1' });
    return reading.ok ? reading.recording.log.map(({ kind }) => kind) : [];
  };
  expect(kindsOf({})).toContain('response');
  expect(kindsOf({ status: 0 })).not.toContain('response');
});

test('requests come in the order of time; reading tells how far it is', () => {
  const parts: number[] = [];
  const others = Array.from({ length: 999 }, () => null);
  const reading = readHar({ log: { entries: [call(), secrets, ...others] } }, 'r1', (part) =>
    parts.push(part),
  );
  expect(
    reading.ok && reading.recording.log.flatMap((each) => (each.kind === 'request' ? [each.endpoint] : [])),
  ).toEqual(['client-secrets', 'calls']);
  expect(parts).toEqual([0, 300 / 1_001, 600 / 1_001, 0.7]);
});

test('a long name of who wrote it is cut off', () => {
  const creator = { name: 'n'.repeat(60), version: 'v'.repeat(60) };
  const reading = openText(har([secrets], { creator }), { id: 'r1' });
  expect(reading.ok && reading.recording.product).toBe(`${'n'.repeat(60)} ${'v'.repeat(30)}`);
});

test('of endless requests two hundred thousand are looked at', () => {
  const none = Array.from({ length: 199_999 }, () => null);
  const reading = readHar({ log: { entries: [call(), ...none, secrets, null] } }, 'r1', () => {});
  expect(reading.ok && reading.notes.at(-1)).toBe('2 requests were too many and left out.');
  expect(reading.ok && reading.recording.log.filter(({ kind }) => kind === 'request')).toHaveLength(1);
});
