import { expect, test } from 'vitest';
import type { LogEntry } from '../../session/log.ts';
import { defaultLimits, defaultSettings } from '../../session/settings.ts';
import { connectionLog, requestLog } from './suspectedLog.ts';

const now = 1_795_348_800_000;
const common = { at: 0, attempt: 1 };
const begun = (route: 'rest' | 'backend') => ({
  ...common,
  id: 'e1',
  kind: 'run-started',
  run: 1,
  wallClock: now,
  target: 'watched',
  route,
  from: 'token',
  settings: { ...defaultSettings, route, email: '' },
  limits: defaultLimits(route),
  userAgent: '',
  pageUrl: '',
});

const ended = (step: string, from: number, failedBy: string) => [
  { ...common, id: `e${from}`, kind: 'step', step, state: 'failed', failedBy },
  { ...common, id: `e${from + 1}`, kind: 'run', state: 'failed', by: 'failure' },
];

test('a refused request is the shortest log in which it was refused', () => {
  const body = '{"error":"no"}';
  const log = requestLog(
    {
      endpoint: 'calls',
      token: { name: 'token#4', issuedAt: 5, expiresAt: 9 },
      outcome: { status: 500, body },
    },
    now,
  );
  const url = 'https://api.orga-ai.com/v1/realtime/calls';
  expect(log).toEqual([
    begun('rest'),
    { ...common, id: 'e2', kind: 'step', step: 'call', state: 'running' },
    {
      ...common,
      id: 'e3',
      kind: 'token',
      step: 'token',
      token: 'token#4',
      from: 'pasted',
      wallClock: now,
      issuedAt: 5,
      expiresAt: 9,
    },
    {
      ...common,
      id: 'e4',
      kind: 'request',
      step: 'call',
      request: 'r1',
      endpoint: 'calls',
      method: 'POST',
      url,
      headers: {},
      credential: { kind: 'token', name: 'token#1' },
      crossOrigin: true,
      altered: [],
    },
    {
      ...common,
      id: 'e5',
      kind: 'response',
      step: 'call',
      request: 'r1',
      status: 500,
      statusText: '',
      headers: {},
      body,
      bodyBytes: 14,
      headersAfter: 0,
      took: 0,
      correlationExposed: false,
      redirected: false,
    },
    {
      ...common,
      id: 'e6',
      kind: 'rest-error',
      step: 'call',
      request: { id: 'r1', endpoint: 'calls', method: 'POST', url },
      failure: {
        reason: 'http',
        status: 500,
        reading: { format: 'json', answeredBy: 'unknown', message: 'no' },
      },
      http: { status: 500, message: 'no' },
    },
    ...ended('call', 7, 'e6'),
  ]);
});

const timeout = { reason: 'timeout', limit: 10_000, phase: 'headers' } as const;

test('a request that got no response has none, and what is known of its host', () => {
  const probe = { result: 'opaque', plain: 'hidden', preflight: true, online: true } as const;
  const url = 'https://app.example/start';
  const log = requestLog(
    { endpoint: 'session', url, credential: { kind: 'other' }, outcome: { failure: timeout, probe } },
    now,
  );
  expect(log).toEqual([
    begun('backend'),
    { ...common, id: 'e2', kind: 'step', step: 'token', state: 'running' },
    {
      ...common,
      id: 'e3',
      kind: 'request',
      step: 'token',
      request: 'r1',
      endpoint: 'session',
      method: 'GET',
      url,
      headers: {},
      credential: { kind: 'other' },
      crossOrigin: true,
      altered: [],
    },
    {
      ...common,
      id: 'e4',
      kind: 'rest-error',
      step: 'token',
      request: { id: 'r1', endpoint: 'session', method: 'GET', url },
      failure: timeout,
    },
    { ...common, id: 'e5', kind: 'note', step: 'token', topic: 'probe', request: 'r1', url, ...probe },
    ...ended('token', 6, 'e4'),
  ]);
});

const sentOf = (log: readonly LogEntry[]) => {
  const sent = log.find((entry) => entry.kind === 'request');
  return [
    sent?.step,
    sent?.method,
    sent?.url,
    sent?.credential,
    log.map(({ kind }) => kind).includes('note'),
  ];
};

test.each([
  ['client-secrets', 'token', 'POST', { kind: 'api-key', name: 'api-key#1' }],
  ['ice-config', 'ice-config', 'GET', { kind: 'token', name: 'token#1' }],
  ['calls', 'call', 'POST', { kind: 'token', name: 'token#1' }],
] as const)('a request to %s is sent as the SDK sends it', (endpoint, step, method, credential) => {
  const url = `https://api.orga-ai.com/v1/realtime/${endpoint}`;
  const log = requestLog({ endpoint, outcome: { failure: timeout } }, now);
  expect(sentOf(log)).toEqual([step, method, url, credential, false]);
});

test('a request to a session endpoint has a made-up address and no credential', () => {
  const log = requestLog({ endpoint: 'session', outcome: { failure: timeout } }, now);
  expect(sentOf(log)).toEqual(['token', 'GET', 'https://your-app/session', { kind: 'none' }, false]);
});

test('a good reply fails nothing; a bad one is told by what is wrong with it', () => {
  const kindsOf = (body: string) =>
    requestLog({ endpoint: 'ice-config', outcome: { status: 200, body } }, now).map(({ kind }) => kind);
  expect(kindsOf('{"iceServers":[]}')).toEqual(['run-started', 'step', 'request']);
  expect(kindsOf('{}')).toEqual(['run-started', 'step', 'request', 'response', 'rest-error', 'step', 'run']);
  const html = { status: 200, body: 'Log in', contentType: 'text/html' };
  const log = requestLog({ endpoint: 'session', outcome: html }, now);
  expect(log.find((entry) => entry.kind === 'rest-error')).toMatchObject({ failure: { problem: 'html' } });
});

test('a connection that failed is the shortest log in which it did', () => {
  const failure = { reason: 'unsupported', missing: 'RTCPeerConnection' } as const;
  const running = { ...common, id: 'e2', kind: 'step', step: 'connection', state: 'running' };
  expect(connectionLog(failure, now)).toEqual([
    begun('rest'),
    running,
    { ...common, id: 'e3', kind: 'connection-failure', step: 'connection', failure },
    ...ended('connection', 4, 'e3'),
  ]);
  expect(connectionLog(failure, now, 'v=0')).toEqual([
    begun('rest'),
    running,
    {
      ...common,
      id: 'e3',
      kind: 'description',
      step: 'connection',
      side: 'remote',
      type: 'answer',
      sdp: 'v=0',
    },
    { ...common, id: 'e4', kind: 'connection-failure', step: 'connection', failure },
    ...ended('connection', 5, 'e4'),
  ]);
});

test.each(['permission', 'device'] as const)('%s fails the offer', (reason) => {
  const failure = { reason, device: 'camera', error: { name: 'E', message: 'm' } } as const;
  expect(connectionLog(failure, now).map(({ step }) => step)).toEqual([
    undefined,
    'offer',
    'offer',
    'offer',
    undefined,
  ]);
});
