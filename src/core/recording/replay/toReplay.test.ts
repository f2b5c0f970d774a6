import { expect, test } from 'vitest';
import { ended, envelope, logOf, request, response, restError } from '../../diagnosis/testing/literalLog.ts';
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

test('an empty log gives a scenario all the same', () => {
  expect(toReplay([])).toMatchObject({ route: 'rest', replies: {}, faithful: false });
});
