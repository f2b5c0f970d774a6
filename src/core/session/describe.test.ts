import { expect, test } from 'vitest';
import { describe, levelOf } from './describe.ts';
import type { RestFailure } from './failure.ts';
import type { LogEntry, Unlogged } from './log.ts';
import { readReply } from './readReply.ts';
import { restHttp } from './restHttp.ts';
import { defaultLimits, defaultSettings } from './settings.ts';

const logged = (entry: Unlogged): LogEntry => ({ ...entry, id: 'e1', at: 0, attempt: 1 });
const line = (entry: Unlogged) => describe(logged(entry));
const level = (entry: Unlogged) => levelOf(logged(entry));

/** A rest-error entry as an adapter reports it. */
function restError(failure: RestFailure): Unlogged {
  return {
    kind: 'rest-error',
    step: 'call',
    request: {
      id: 'r3',
      endpoint: 'calls',
      method: 'POST',
      url: 'https://api.orga-ai.test/v1/realtime/calls',
    },
    failure,
    ...(failure.reason === 'http' ? { http: restHttp(failure.status, failure.reading) } : {}),
  };
}

function http(status: number, text: string): RestFailure {
  return { reason: 'http', status, reading: readReply({ status, contentType: undefined, text }) };
}

const invalid =
  '{"error":{"message":"Invalid ephemeral token","type":"invalid_request_error","param":null,"code":null}}';
const missing = '{"detail":[{"type":"missing","loc":["body","offer"],"msg":"Field required"}]}';
const reading = readReply({ status: 200, contentType: undefined, text: '' });
const error = { name: 'TypeError', message: 'Failed to fetch' };

test.each([
  [http(401, invalid), '401 invalid_request_error "Invalid ephemeral token"'],
  [http(422, missing), '422 missing param body.offer "Field required"'],
  [http(502, '<html><title>502 Bad Gateway</title></html>'), '502 HTML body "502 Bad Gateway"'],
  [http(500, ''), '500 empty body'],
  [{ reason: 'unreachable', error }, 'no response: TypeError "Failed to fetch"'],
  [{ reason: 'timeout', limit: 10_000, phase: 'headers' }, 'no response within 10 s'],
  [
    { reason: 'timeout', limit: 1500, phase: 'body', status: 200 },
    '200, then a body that did not end within 1.5 s',
  ],
  [
    { reason: 'bad-reply', status: 200, problem: 'field-absent', fields: ['answer'], reading },
    '200, but a field is absent: answer',
  ],
  [{ reason: 'bad-reply', status: 200, problem: 'html', fields: [], reading }, '200, but the body is HTML'],
] satisfies [RestFailure, string][])('a REST error is one line: %#', (failure, text) => {
  expect(line(restError(failure))).toBe(`POST /v1/realtime/calls → ${text}`);
});

test('a validation error is a warning, every other REST error an error', () => {
  expect(level(restError(http(422, missing)))).toBe('warn');
  expect(level(restError(http(401, invalid)))).toBe('error');
  expect(level(restError({ reason: 'unreachable', error }))).toBe('error');
  expect(level(restError({ reason: 'bad-reply', status: 422, problem: 'html', fields: [], reading }))).toBe(
    'error',
  );
});

const token = { kind: 'token', token: 'token#1', from: 'client-secrets', wallClock: 1_000_000 } as const;
const response = {
  kind: 'response',
  request: 'r1',
  status: 200,
  statusText: 'OK',
  headers: {},
  body: '',
  bodyBytes: 1204,
  headersAfter: 130.04,
  took: 131.96,
  correlationExposed: true,
  redirected: false,
} as const;
const request = {
  kind: 'request',
  request: 'r1',
  endpoint: 'client-secrets',
  method: 'POST',
  url: 'https://api.orga-ai.test/v1/realtime/client-secrets?email=a%40b.test',
  headers: {},
  crossOrigin: true,
} as const;

test.each([
  [
    {
      kind: 'run-started',
      run: 3,
      wallClock: 0,
      target: 'simulated',
      route: 'rest',
      from: 'token',
      until: 'offer',
      settings: defaultSettings,
      limits: defaultLimits('rest'),
      userAgent: '',
      pageUrl: '',
    },
    'info',
    'Run 3 started: simulated, rest route, from token until offer',
  ],
  [{ kind: 'run', state: 'stopped', by: 'user' }, 'info', 'Stopped by you'],
  [
    { kind: 'attempt', number: 2, from: 'token', why: 'retry', delay: 512 },
    'info',
    'Attempt 2 from token: the last may do better now, after 512 ms',
  ],
  [{ kind: 'step', step: 'token', state: 'done', took: 0.44 }, 'info', 'Step token done after 0.4 ms'],
  [
    { ...request, credential: { kind: 'api-key', name: 'api-key#1' }, altered: [] },
    'info',
    'POST /v1/realtime/client-secrets?email=a%40b.test with api-key#1',
  ],
  [
    { ...request, url: 'https://a.test/x', credential: { kind: 'undefined' }, altered: ['body left out'] },
    'info',
    'POST /x with the text "undefined" for a token, altered: body left out',
  ],
  [response, 'info', '200 OK in 132 ms, 1,204 bytes'],
  [
    { ...response, statusText: '', bodyBytes: 1, correlationExposed: false },
    'info',
    '200 in 132 ms, 1 byte, correlation id not exposed by the service',
  ],
  [{ ...response, correlationId: '7f3a' }, 'info', '200 OK in 132 ms, 1,204 bytes, id 7f3a'],
  [{ ...token, expiresAt: 1900 }, 'info', 'Received token#1 from client-secrets: expires in 15 min'],
  [{ ...token, expiresAt: 996 }, 'info', 'Received token#1 from client-secrets: expired 4 s ago'],
  [token, 'info', 'Received token#1 from client-secrets: it does not say when it expires'],
  [
    { kind: 'token-history', token: 'token#1', uses: [{ endpoint: 'calls', ago: 4200, status: 200 }] },
    'info',
    'token#1 was used before: calls 4.2 s ago (200)',
  ],
  [
    {
      kind: 'ice-servers',
      from: 'ice-config',
      servers: [{ urls: ['stun:a.test', 'stun:b.test'] }, { urls: ['turn:c.test'] }],
      leftOut: ['stun:a.test'],
    },
    'info',
    '2 ICE servers: 2 STUN and 1 TURN URL; 1 URL left out, because the host name is reserved and cannot exist',
  ],
  [
    { kind: 'description', side: 'local', type: 'offer', sdp: 'v=0\r\nm=audio 9 x 0\r\nm=video 9 x 0\r\n' },
    'info',
    'Local offer: 2 media sections, 35 characters',
  ],
  [{ kind: 'state', machine: 'ice', to: 'checking' }, 'debug', 'ICE state is checking'],
  [{ kind: 'state', machine: 'connection', to: 'failed' }, 'warn', 'Connection state is failed'],
  [
    {
      kind: 'candidate',
      side: 'local',
      candidate: 'candidate:1 1 udp 2 192.0.2.7 5000 typ srflx raddr 10.0.0.1 rport 9',
    },
    'debug',
    'Local candidate: srflx udp 192.0.2.7:5000 from 10.0.0.1:9',
  ],
  [{ kind: 'candidate', side: 'remote', candidate: '' }, 'debug', 'Remote candidates: end'],
  [
    {
      kind: 'candidate-error',
      url: 'turn:a.test',
      errorCode: 401,
      errorText: 'Unauthorized.',
      address: '10.0.0.1',
      port: 9,
    },
    'warn',
    'turn:a.test: error 401 "Unauthorized." from 10.0.0.1:9',
  ],
  [
    { kind: 'channel', event: 'received', label: 'x', messageType: 'session.created' },
    'info',
    'Received session.created',
  ],
  [
    {
      kind: 'channel',
      event: 'error',
      label: 'x',
      error: { name: 'OperationError', message: 'Abort', errorDetail: 'sctp-failure', sctpCauseCode: 12 },
    },
    'warn',
    'Data channel error: Abort (sctp-failure, SCTP cause 12)',
  ],
  [{ kind: 'track', event: 'added', media: 'audio' }, 'info', 'Remote audio track added'],
  [
    {
      kind: 'statistics',
      moment: 'connected',
      pairs: [
        {
          local: 'host',
          remote: 'prflx',
          state: 'succeeded',
          nominated: true,
          requestsSent: 1,
          responsesReceived: 1,
          roundTripTime: 1.25,
        },
      ],
      transport: { dtlsState: 'connected' },
    },
    'debug',
    'Statistics (connected): 1 candidate pair, host ↔ prflx, round trip 1.3 ms, DTLS connected',
  ],
  [
    { kind: 'connection-failure', failure: { reason: 'dtls', dtlsState: 'failed' } },
    'error',
    'DTLS failed: state failed',
  ],
  [
    {
      kind: 'settings-refused',
      failure: { reason: 'settings', key: 'temperature', message: '2 is out of range.' },
    },
    'error',
    'Setting temperature refused: 2 is out of range.',
  ],
  [
    { kind: 'unexpected', failure: { reason: 'unexpected', error } },
    'error',
    'Unexpected: TypeError "Failed to fetch"',
  ],
  [
    { kind: 'note', topic: 'gathering-cut-off', after: 5000 },
    'info',
    'Gathering cut off after 5 s: the offer goes out with the candidates so far, as the SDK does',
  ],
  [
    { kind: 'note', topic: 'limits-shortened', limits: { token: 300 } },
    'info',
    'Time limits shortened for this scenario: token 300 ms',
  ],
] satisfies [Unlogged, string, string][])('an entry has its level and line: %#', (entry, wanted, text) => {
  expect(line(entry)).toBe(text);
  expect(level(entry)).toBe(wanted);
});

test('a line is one line, however long a foreign message is', () => {
  const message = `a\nb${'x'.repeat(1000)}`;
  const text = line({
    kind: 'unexpected',
    failure: { reason: 'unexpected', error: { name: 'Error', message } },
  });
  expect(text).not.toContain('\n');
  expect(text.length).toBeLessThan(230);
});
