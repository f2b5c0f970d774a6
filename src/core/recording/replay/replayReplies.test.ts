import { expect, test } from 'vitest';
import {
  envelope,
  type Literal,
  logOf,
  request,
  response,
  restError,
} from '../../diagnosis/testing/literalLog.ts';
import { replayReplies, replayTokens, serverRenamer } from './replayReplies.ts';

const timedOut = { reason: 'timeout', limit: 10_000, phase: 'headers' } as const;
const refused = { reason: 'http', status: 401, reading: envelope('No') } as const;
const unreachable = { reason: 'unreachable', error: { name: 'TypeError', message: 'no' } } as const;

function replies(...entries: readonly Literal[]) {
  return replayReplies(logOf('rest', ...entries), 'compressed', (text) => text.replaceAll('a', 'b'));
}

const plain = { kind: 'reply', status: 200, headers: {}, body: '', delay: 20 } as const;

test('every request has its reply, in order, by endpoint', () => {
  expect(
    replies(
      request('client-secrets', { request: 'r1' }),
      response(200, { request: 'r1', body: 'a b' }),
      request('calls', { request: 'r2' }),
      request('calls', { request: 'r3' }),
      response(401, { request: 'r2', headersAfter: 3 }),
      restError('calls', refused, { request: 'r2' }),
      response(200, { request: 'r3' }),
    ),
  ).toEqual({
    replies: {
      'client-secrets': [{ ...plain, body: 'b b' }],
      calls: [
        { ...plain, status: 401, delay: 3 },
        { ...plain, answers: true },
      ],
    },
    foresight: [],
  });
});

test('a request without a response has one of its kind of silence', () => {
  expect(replies(request('calls')).replies).toEqual({ calls: [{ kind: 'own' }] });
  expect(replies(request('calls'), restError('calls', timedOut)).replies).toEqual({
    calls: [{ kind: 'silence' }],
  });
  expect(replies(request('calls'), restError('calls', unreachable)).replies).toEqual({
    calls: [{ kind: 'refused', delay: 20 }],
  });
});

test('a body that never ended never ends', () => {
  const stalled = [
    request('calls'),
    response(200, { body: '{"a', headers: { 'x-a': '1' } }),
    restError('calls', timedOut),
  ];
  expect(replies(...stalled).replies).toEqual({
    calls: [{ kind: 'stalled', status: 200, headers: { 'x-a': '1' }, body: '{"b', delay: 20 }],
  });
});

test('a redirect stays one', () => {
  expect(replies(request('session'), response(200, { redirected: true })).replies).toEqual({
    session: [{ ...plain, redirected: true }],
  });
});

test('as recorded, a reply takes its time; compressed, not more than 20 ms', () => {
  const log = logOf('rest', request('session'), response(200, { headersAfter: 812.6 }));
  expect(replayReplies(log, 'recorded', String).replies).toEqual({ session: [{ ...plain, delay: 813 }] });
  expect(replayReplies(log, 'compressed', String).replies).toEqual({ session: [plain] });
});

test('headers of the transfer and of CORS are those of the simulation', () => {
  const headers = JSON.parse(
    '{"x-a":"1","Content-Length":"7","content-encoding":"br","transfer-encoding":"chunked","Connection":"close",' +
      '"keep-alive":"timeout=5","access-control-allow-origin":"*","x-content-length":"7","connection-id":"9",' +
      '"__proto__":"x"}',
  ) as Readonly<Record<string, string>>;
  const [reply] = replies(request('session'), response(200, { headers })).replies.session ?? [];
  expect(reply?.kind === 'reply' && Object.entries(reply.headers)).toEqual([
    ['x-a', '1'],
    ['x-content-length', '7'],
    ['connection-id', '9'],
  ]);
});

test('a body that was cut off is said to be', () => {
  const body = 'x'.repeat(65_536);
  const told = (bodyBytes: number, kept = body) =>
    replies(request('ice-config'), response(200, { body: kept, bodyBytes })).foresight;
  expect(told(70_123)).toEqual([
    'The reply to GET ice-config was kept up to 64 KiB of 70,123 bytes: only that much is replayed.',
  ]);
  expect(told(65_536)).toEqual([]);
  // In UTF-8 a text has more bytes than characters.
  expect(told(70_123, 'x'.repeat(65_535))).toEqual([]);
});

test('a token is what it was when it came first', () => {
  const token = { kind: 'token', from: 'client-secrets', wallClock: 1_000_000 } as const;
  const log = logOf(
    'rest',
    { ...token, token: 'token#1', issuedAt: 990.04, expiresAt: 1_900.06, expiresAtText: 'then' },
    { ...token, token: 'token#1', issuedAt: 1 },
    { ...token, token: 'token#2', issuedAt: 1_000.5 },
    { ...token, token: 'token#3', expiresAt: 999 },
    { ...token, token: 'token#4' },
  );
  expect(replayTokens(log)).toEqual({
    'token#1': { issuedBefore: 10, expiresAfter: 900.1, expiresAtText: 'then' },
    'token#2': { issuedBefore: -0.5 },
    'token#3': { expiresAfter: -1 },
    'token#4': {},
  });
});

test('a token named __proto__ reaches into nothing', () => {
  const token = { kind: 'token', token: '__proto__', from: 'pasted', wallClock: 1, issuedAt: 1 } as const;
  const tokens = replayTokens(logOf('rest', token));
  expect(Object.getPrototypeOf(tokens)).toBe(Object.prototype);
  expect(Object.keys(tokens)).toEqual([]);
});

test.each([
  ['stun:a.com', 'stun:a.com.invalid', 'stun:127.0.0.1:20998', 'stun:127.0.0.1'],
  ['TURNS://a.com:5349', 'TURNS://a.com.invalid:5349', 'TURNS://127.0.0.1:20998', 'TURNS://127.0.0.1:5349'],
  ['turn:[2001:db8::7]:3478', 'turn:2001-db8-7.invalid:3478', 'turn:127.0.0.1:20998', 'turn:127.0.0.1:3478'],
  ['stuns:_a__b_.c', 'stuns:a-b-.c.invalid', 'stuns:127.0.0.1:20998', 'stuns:127.0.0.1'],
  ['turn:--a--', 'turn:a.invalid', 'turn:127.0.0.1:20998', 'turn:127.0.0.1'],
  ['turn:127.evil.com:1', 'turn:127.evil.com.invalid:1', 'turn:127.0.0.1:20998', 'turn:127.0.0.1:1'],
  ['turn:1127.0.0.1', 'turn:1127.0.0.1.invalid', 'turn:127.0.0.1:20998', 'turn:127.0.0.1'],
  ['turn:localhost.evil.com', 'turn:localhost.evil.com.invalid', 'turn:127.0.0.1:20998', 'turn:127.0.0.1'],
  ['turn:a.localhost', 'turn:a.localhost.invalid', 'turn:127.0.0.1:20998', 'turn:127.0.0.1'],
])('%s leads nowhere: by a reserved name, a closed port, or this machine', (url, reserved, closed, here) => {
  expect(serverRenamer('reserved')(url)).toBe(reserved);
  expect(serverRenamer('closed-port')(url)).toBe(closed);
  expect(serverRenamer('this-machine')(url)).toBe(here);
});

test.each([
  'turn:127.0.0.1:3478',
  'turn:127.12.0.255',
  'stun:LOCALHOST:1',
  'stun:[::1]:1',
  'turn:a.example:1',
  'saturn:a.com',
])('%s stays, as it leaves this machine in no case', (url) => {
  for (const to of ['reserved', 'closed-port', 'this-machine'] as const) {
    expect(serverRenamer(to)(url)).toBe(url);
  }
});

test('every server of a text is renamed, its parameters stay', () => {
  expect(serverRenamer('reserved')('{"urls":["stun:a.com:1","turn:b.com:22?transport=tcp"]}')).toBe(
    '{"urls":["stun:a.com.invalid:1","turn:b.com.invalid:22?transport=tcp"]}',
  );
});
