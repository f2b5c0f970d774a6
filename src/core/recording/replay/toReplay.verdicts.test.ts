import { expect, test } from 'vitest';
import {
  answerWith,
  candidate,
  candidateError,
  chromium,
  description,
  failedLog,
  goodAnswer,
  goodOffer,
  servers,
  state,
  waitedForIce,
} from '../../diagnosis/testing/literalConnection.ts';
import {
  ended,
  envelope,
  type Literal,
  logOf,
  request,
  response,
  restError,
  runOf,
} from '../../diagnosis/testing/literalLog.ts';
import type { ConnectionFailure } from '../../session/failure.ts';
import { toReplay } from './toReplay.ts';

const answer = description('remote', answerWith('1 udp 1 192.0.2.7 50000 typ host'));
const construct = "Failed to construct 'RTCPeerConnection': ";

/** A reply of ice-config that hands this server out, and what came of it. */
function handingOut(url: string, body = `{"urls":"${url}"}`): readonly Literal[] {
  return [request('ice-config'), response(200, { body }), servers([url])];
}

/** A run that may use relays only, of a server that gave none of them. */
function relayOnly(url: string, ...gathering: readonly Literal[]) {
  return failedLog(
    { ...chromium, policy: 'relay' },
    [...handingOut(url), state('gathering', 'gathering', 1_000), ...gathering, answer],
    waitedForIce,
  );
}

function bodyOfIceConfig(replay: ReturnType<typeof toReplay>): string | undefined {
  const [reply] = replay.replies['ice-config'] ?? [];
  return reply?.kind === 'reply' ? reply.body : undefined;
}

test('a port that the browser never asks is one of this machine', () => {
  const replay = toReplay(
    relayOnly('turn:192.0.2.1:465?transport=tcp', state('gathering', 'complete', 1_120)),
  );
  expect(replay.expect).toMatchObject({ code: 'turn.port-disallowed', variant: 'silent' });
  expect(bodyOfIceConfig(replay)).toBe('{"urls":"turn:127.0.0.1:465?transport=tcp"}');
  expect(replay.settings.iceTransportPolicy).toBe('relay');
  expect(replay.farEnd).toBeUndefined();
});

test('a server that did not answer is a closed port of this machine, which nobody waits for long', () => {
  const turn = 'turn:192.0.2.1:3478?transport=udp';
  const replay = toReplay(
    relayOnly(
      turn,
      candidateError(turn, 701, 'TURN allocate request timed out.', 40_900),
      state('gathering', 'complete', 40_901),
    ),
  );
  expect(replay.expect).toMatchObject({ code: 'turn.udp.dead' });
  expect(bodyOfIceConfig(replay)).toBe('{"urls":"turn:127.0.0.1:20998?transport=udp"}');
  expect(replay.limits).toMatchObject({ offer: 1_200, connection: 4_000 });
  expect(replay.keepReservedServers).toBeUndefined();
});

test('a harmless silence beside a session that connected is one too', () => {
  const log = runOf(
    chromium,
    ...handingOut('stun:stun.example.org:3478'),
    candidate('host'),
    candidateError('stun:stun.example.org:3478', 701, 'STUN binding request timed out.'),
    state('gathering', 'complete'),
    description('local', goodOffer),
    description('remote', goodAnswer),
    state('connection', 'connected'),
    { kind: 'run', state: 'connected' },
  );
  const replay = toReplay(log);
  expect(bodyOfIceConfig(replay)).toBe('{"urls":"stun:127.0.0.1:20998"}');
  expect(replay).toMatchObject({
    title: 'A session that connected',
    limits: { offer: 1_200 },
    faithful: true,
  });
});

test('a name that is looked up in vain stays in use', () => {
  const url = 'turn:nowhere.example.org:3478';
  const replay = toReplay(
    relayOnly(url, candidateError(url, 701, 'TURN host lookup received error.', 9_900)),
  );
  expect(replay).toMatchObject({
    expect: { code: 'ice.dns' },
    keepReservedServers: true,
    limits: { offer: 5_000, connection: 10_000 },
  });
  expect(bodyOfIceConfig(replay)).toBe('{"urls":"turn:nowhere.example.org.invalid:3478"}');
});

/** The peer connection refused this server. */
function refusedServer(url: string, message: string, body?: string) {
  const error = { name: 'SyntaxError', message: `${construct}${message}` };
  return failedLog(chromium, handingOut(url, body), { reason: 'configuration', error }, 'offer');
}

test('a configuration that was refused is refused again, the redacted user name too', () => {
  const body = '{"username":"turn-username#12","credential":"turn-username#3"}';
  const replay = toReplay(
    refusedServer('stun:127.0.0.1:3478', 'ICE server parsing failed: Empty uri.', body),
  );
  expect(replay).toMatchObject({ expect: { code: 'cfg.refused' }, keepReservedServers: true });
  const long = 'u'.repeat(600);
  expect(bodyOfIceConfig(replay)).toBe(`{"username":"${long}","credential":"${long}"}`);
});

test('a user name that had no part in it stays as it is', () => {
  const body = '{"username":"turn-username#1"}';
  const replay = toReplay(
    refusedServer('turn:127.0.0.1:99999', 'ICE server parsing failed: Invalid port', body),
  );
  expect(replay).toMatchObject({ expect: { code: 'cfg.url' }, keepReservedServers: true });
  expect(bodyOfIceConfig(replay)).toBe(body);
});

test.each<readonly [boolean, readonly string[], readonly string[]]>([
  [true, ['stun:a.test', 'stun:a.com'], []],
  [false, ['stun:a.test'], ['stun:a.test']],
  [false, ['stun:a.com'], []],
])('servers of reserved names are used (%s) as they were: %j, left out %j', (kept, urls, leftOut) => {
  const entry = servers(urls, { leftOut });
  const other = servers(['stun:b.com'], { leftOut });
  const both = { ...entry, servers: [{ urls: ['stun:c.com'] }, { urls }] } as Literal;
  for (const log of [logOf('rest', other, entry), logOf('rest', both)]) {
    expect(toReplay(log).keepReservedServers).toBe(kept ? true : undefined);
  }
});

const timeout: ConnectionFailure = { reason: 'timeout', limit: 30_000, waitingFor: 'ice' };
const glare = [
  state('signaling', 'have-local-offer'),
  state('signaling', 'stable'),
  state('signaling', 'have-remote-offer'),
  description('remote', goodOffer, 'offer'),
];
const tooMany = { name: 'UnknownError', message: `${construct}Cannot create so many PeerConnections` };

test.each([
  ['offer-to-offer', 'sig.glare', failedLog(chromium, glare, timeout)],
  ['many-peers', 'pc.limit', failedLog(chromium, [], { reason: 'limit', error: tooMany }, 'offer')],
])('the debugger’s own mistake is made again: %s', (peer, code, log) => {
  const replay = toReplay(log);
  expect(replay.expect.code).toBe(code);
  expect(replay.request).toEqual({ peer });
});

test('a device that was refused is refused again', () => {
  const error = { name: 'NotAllowedError', message: 'Permission denied' };
  const log = runOf(
    chromium,
    { kind: 'run', state: 'connected' },
    { kind: 'media', device: 'microphone', event: 'refused', error },
  );
  expect(toReplay(log)).toMatchObject({
    request: { media: { microphone: true } },
    devices: { microphone: 'denied' },
    expect: { outcome: 'connected', code: 'media.denied', variant: 'user', step: 'connection' },
    faithful: true,
  });
});

test('a token that expired between two requests does so again, compressed in three seconds', () => {
  const began = 1_762_860_883;
  const log = logOf(
    'rest',
    {
      kind: 'token',
      token: 'token#1',
      from: 'client-secrets',
      issuedAt: began,
      expiresAt: began + 10,
      wallClock: began * 1000,
    },
    request('ice-config', { at: 300 }),
    response(200),
    { kind: 'step', step: 'offer', state: 'done', at: 400 },
    request('calls', { at: 12_000, request: 'r9', body: '{"offer":{},"params":{}}' }),
    response(401, { request: 'r9' }),
    restError(
      'calls',
      { reason: 'http', status: 401, reading: envelope('Invalid ephemeral token') },
      { request: 'r9' },
    ),
    ...ended('call', 'e8'),
  );
  expect(toReplay(log)).toMatchObject({
    request: { waitBeforeCall: 3_200 },
    tokens: { 'token#1': { issuedBefore: 7, expiresAfter: 3 } },
    expect: { variant: 'expired-between' },
  });
  expect(toReplay(log, 'recorded')).toMatchObject({
    request: { waitBeforeCall: 11_600 },
    tokens: { 'token#1': { issuedBefore: 0, expiresAfter: 10 } },
  });
});

test('what only the far end did is played by it', () => {
  const log = failedLog(chromium, [description('remote', goodAnswer)], {
    reason: 'timeout',
    limit: 30_000,
    waitingFor: 'dtls',
  });
  expect(toReplay(log).farEnd).toEqual({ kind: 'no-handshake' });
});
