import { expect, test } from 'vitest';
import { diagnose } from '../../diagnosis/diagnose.ts';
import type { LogEntry } from '../../session/log.ts';
import { summarise } from '../../session/summarise.ts';
import { openText } from './openText.ts';
import { began, entry, type Given, har, tokenOf } from './testing/harFile.ts';
import { apiKey, call as callWith, iceConfig, orga, secrets, token } from './testing/harSession.ts';

function opened(text: string) {
  const reading = openText(text, { id: 'r1' });
  if (!reading.ok) throw new Error(reading.problem);
  return reading;
}

const kinds = (log: readonly LogEntry[]) =>
  log.map((each) => (each.kind === 'step' ? `${each.step} ${each.state}` : each.kind));
const verdict = (text: string) => {
  const [first] = diagnose(opened(text).recording.log);
  return first === undefined ? 'none' : `${first.code}/${first.variant}`;
};

const call = callWith();

test('the requests of a session on the REST route become its log', () => {
  const { recording, notes } = opened(har([secrets, iceConfig, call]));
  expect(kinds(recording.log)).toEqual([
    'run-started',
    'token running',
    'request',
    'response',
    'token',
    'token done',
    'ice-config running',
    'request',
    'response',
    'ice-servers',
    'ice-config done',
    'offer running',
    'description',
    'candidate',
    'offer done',
    'call running',
    'request',
    'response',
    'description',
    'candidate',
    'call done',
    'run',
  ]);
  expect(recording).toMatchObject({ source: 'har', product: 'WebInspector 537.36', startedAt: began });
  expect(recording.log[0]).toMatchObject({ route: 'rest', settings: { baseUrl: 'https://api.orga-ai.com' } });
  expect(recording.log.find((each) => each.kind === 'token')).toMatchObject({
    token: 'token#1',
    from: 'client-secrets',
    expiresAt: began / 1000 + 600,
  });
  expect(diagnose(recording.log)).toEqual([]);
  expect(notes[0]).toMatch(/What became of the connection a HAR does not show/);
});

test('no secret of it comes through, pseudo-headers and cookies neither', () => {
  const text = JSON.stringify(
    opened(
      har([
        secrets,
        iceConfig,
        {
          ...call,
          request: {
            ...call.request,
            headers: [...call.request.headers, { name: 'Cookie', value: 'sid=12345' }],
          },
        },
      ]),
    ).recording,
  );
  for (const secret of [token, token.slice(40, 90), apiKey, 'hunter2secret', 'sid=12345', ':authority'])
    expect(text).not.toContain(secret);
  expect(text).toContain('Bearer token#1');
});

test('a failed call has its error, status and correlation id, and the verdict follows', () => {
  const spent = entry({
    url: `${orga}/calls`,
    method: 'POST',
    at: 900,
    bearer: token,
    status: 401,
    replyHeaders: { 'x-request-id': 'req-7', 'content-type': 'application/json' },
    reply: {
      error: {
        message: 'Incorrect or inactive ephemeral token provided.',
        type: 'invalid_request_error',
        param: null,
        code: 'invalid_ephemeral_token',
      },
    },
  });
  const { log } = opened(har([secrets, iceConfig, call, spent])).recording;
  expect(log.find((each) => each.kind === 'rest-error')).toMatchObject({
    attempt: 2,
    correlationId: 'req-7',
    http: { status: 401, code: 'invalid_ephemeral_token' },
  });
  expect(summarise(log)).toMatchObject({ outcome: 'failed', failedStep: 'call', attempts: 2 });
  expect(verdict(har([secrets, iceConfig, call, spent]))).toBe('invalid_ephemeral_token/used');
});

test('the session endpoint is known by its answer, and where it failed by its address', () => {
  const good = entry({
    url: 'https://app.example/api/start',
    at: 0,
    reply: { ephemeralToken: token, iceServers: [] },
  });
  const bad = entry({
    url: 'https://app.example/api/start',
    at: 5_000,
    status: 500,
    reply: { error: 'Failed to fetch ephemeral token: Unauthorized' },
  });
  const { log } = opened(har([good, bad])).recording;
  expect(log[0]).toMatchObject({
    route: 'backend',
    settings: { sessionEndpoint: 'https://app.example/api/start' },
  });
  expect(log.filter((each) => each.kind === 'request').map(({ endpoint }) => endpoint)).toEqual([
    'session',
    'session',
  ]);
  expect(summarise(log)).toMatchObject({ outcome: 'failed', failedStep: 'token' });
});

test('a failed session endpoint alone is known by the texts of the SDK', () => {
  const bad = entry({
    url: 'https://app.example/api/start',
    status: 500,
    reply: { error: 'Failed to fetch ephemeral token: Unauthorized' },
  });
  expect(verdict(har([bad]))).toMatch(/^invalid_request_error|^OrgaAIAuthenticationError/);
});

test('bodies in base64 are read, compressed ones are not, and missing ones judge nothing', () => {
  const encoded = {
    size: 10,
    mimeType: 'application/json',
    encoding: 'base64',
    text: Buffer.from(JSON.stringify({ ephemeral_token: token })).toString('base64'),
  };
  const good = opened(har([entry({ url: `${orga}/client-secrets`, bearer: apiKey, content: encoded })]));
  expect(kinds(good.recording.log)).toContain('token');
  for (const content of [
    { size: 10, mimeType: 'application/json' },
    { ...encoded, text: 'H4sIAAAAAAAAA4uOBQApu0wNAgAAAA==' },
  ]) {
    const { recording, notes } = opened(
      har([
        entry({
          url: `${orga}/client-secrets`,
          bearer: apiKey,
          content,
          replyHeaders: { 'content-encoding': 'gzip' },
        }),
      ]),
    );
    expect(kinds(recording.log)).not.toContain('rest-error');
    expect(notes[0]).toMatch(/without the body/);
  }
});

const page = { pages: [{ title: 'https://app.example/', id: 'page_1' }] };

test('a request without a response is told by what the browser says of it', () => {
  const failed = (error: string, more: Partial<Given> = {}) =>
    har(
      [
        entry({
          url: `${orga}/calls`,
          method: 'POST',
          status: 0,
          bearer: token,
          replyHeaders: {},
          content: { size: 0 },
          response: { _error: error },
          ...more,
        }),
      ],
      page,
    );
  expect(verdict(failed('net::ERR_NAME_NOT_RESOLVED'))).toBe('network.unreachable/no-response');
  expect(verdict(failed('net::ERR_INTERNET_DISCONNECTED'))).toBe('network.offline/browser');
  expect(verdict(failed('net::ERR_ABORTED', { time: 10_004 }))).toBe('timeout_error/no-response');
  expect(verdict(failed('net::ERR_ABORTED', { time: 300 }))).toBe('none');
});

test('CORS shows in the headers that a reply or its preflight lacks', () => {
  const hidden = entry({
    url: `${orga}/calls`,
    method: 'POST',
    bearer: token,
    reply: {},
    headers: { Origin: 'https://app.example' },
  });
  expect(verdict(har([hidden], page))).toBe('network.cors/no-headers');
  const preflight = entry({
    url: `${orga}/calls`,
    method: 'OPTIONS',
    status: 405,
    reply: {},
    replyHeaders: { allow: 'POST' },
  });
  const blocked = entry({
    url: `${orga}/calls`,
    method: 'POST',
    at: 10,
    bearer: token,
    status: 0,
    replyHeaders: {},
    content: { size: 0 },
    response: { _error: 'net::ERR_FAILED' },
  });
  expect(verdict(har([preflight, blocked], page))).toBe('network.cors/preflight');
});

test('without Authorization headers the token that was handed out is taken for the one that was sent', () => {
  const expired = tokenOf({ iat: began / 1000 - 700, exp: began / 1000 - 100 });
  const session = entry({
    url: 'https://app.example/api/start',
    reply: { ephemeralToken: expired, iceServers: [] },
  });
  const refused = entry({
    url: `${orga}/calls`,
    method: 'POST',
    at: 200,
    status: 401,
    reply: {
      error: {
        message: 'Incorrect or inactive ephemeral token provided.',
        type: 'invalid_request_error',
        param: null,
        code: 'invalid_ephemeral_token',
      },
    },
  });
  const text = har([session, refused]);
  expect(opened(text).notes[0]).toMatch(/no Authorization headers/);
  expect(opened(text).recording.log.findLast((each) => each.kind === 'request')).toMatchObject({
    credential: { kind: 'token', name: 'token#1' },
  });
  expect(verdict(text)).toMatch(/^invalid_ephemeral_token|^backend\.cached-token|^clock/);
});

test('a redirect is followed to its end', () => {
  const from = entry({
    url: 'https://app.example/orga/session-token',
    status: 302,
    reply: {},
    response: { redirectURL: '/login' },
  });
  const known = entry({
    url: 'https://app.example/orga/session-token',
    at: -5_000,
    reply: { ephemeralToken: token, iceServers: [] },
  });
  const to = entry({
    url: 'https://app.example/login',
    at: 20,
    replyHeaders: { 'content-type': 'text/html' },
    content: { size: 9, mimeType: 'text/html', text: '<!doctype html><title>Log in</title>' },
  });
  const { log } = opened(har([known, from, to])).recording;
  expect(log.findLast((each) => each.kind === 'response')).toMatchObject({ redirected: true });
  expect(summarise(log).failedStep).toBe('token');
});

test('a HAR without a session says how many requests it has', () => {
  const other = entry({ url: 'https://cdn.example/1.png', reply: '' });
  const socket = { ...call, _resourceType: 'websocket' };
  const none = openText(har([other, socket, null, { request: 7 }]), { id: 'x' });
  expect(none.ok ? '' : none.problem).toMatch(/^This HAR has 4 requests, and none is one of a session/);
});
