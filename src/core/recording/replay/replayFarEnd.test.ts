import { expect, test } from 'vitest';
import { channel, description, iceFailedInChromium } from '../../diagnosis/testing/literalConnection.ts';
import { type Literal, logOf } from '../../diagnosis/testing/literalLog.ts';
import type { ConnectionFailure } from '../../session/failure.ts';
import { replayFarEnd } from './replayFarEnd.ts';
import { verdictOf } from './testing/literalVerdict.ts';

const cannot =
  'The far end in this page cannot do “It”: it fails at the same place in another way, so the verdict may be another one.';
const connected: Literal = { kind: 'run', state: 'connected' };
const stopped: Literal = { kind: 'run', state: 'stopped', by: 'user' };
const refusedAnswer: ConnectionFailure = {
  reason: 'sdp',
  operation: 'setRemoteDescription',
  error: { name: 'InvalidAccessError', message: 'no' },
};
const closed: ConnectionFailure = { reason: 'channel', event: 'close' };

function failing(failure: ConnectionFailure, ...before: readonly Literal[]) {
  return logOf('rest', ...before, { kind: 'connection-failure', step: 'connection', failure });
}

test('a session that did not fail meets a far end that behaves', () => {
  expect(replayFarEnd(logOf('rest', description('remote', 'v=0')), undefined)).toEqual({});
  expect(replayFarEnd(logOf('rest', connected), verdictOf('ice.failed'))).toEqual({});
});

test('a failure before there is a far end is not its doing', () => {
  const failure = { kind: 'connection-failure', step: 'offer', failure: iceFailedInChromium } as const;
  expect(replayFarEnd(logOf('rest', failure), undefined)).toEqual({});
});

test('an answer that was refused comes word for word, one that was taken is grafted', () => {
  const answers = [
    description('remote', 'v=0 first'),
    description('remote', 'v=0 last'),
    description('local', 'v=0 own'),
  ];
  expect(replayFarEnd(failing(refusedAnswer, ...answers), verdictOf('sdp.rejected'))).toEqual({
    farEnd: { kind: 'answer', sdp: 'v=0 last' },
  });
  expect(replayFarEnd(failing(iceFailedInChromium, ...answers), verdictOf('sdp.dtls'))).toEqual({
    farEnd: { kind: 'graft', sdp: 'v=0 last' },
  });
  expect(replayFarEnd(logOf('rest', ...answers), verdictOf('sdp.dtls'))).toEqual({
    farEnd: { kind: 'graft', sdp: 'v=0 last' },
  });
});

test('without the answer that was refused nothing can be played', () => {
  expect(replayFarEnd(failing(refusedAnswer), verdictOf('sdp.rejected'))).toEqual({ foresight: cannot });
});

test.each([
  ['ice.nocand', 'no-candidates'],
  ['ice.port-low', 'port-low'],
  ['ice.hostname', 'hostname'],
  ['ice.tcp-only-dead', 'tcp-only'],
  ['ice.unreachable', 'unreachable'],
  ['ice.badpwd', 'bad-password'],
  ['net.udp-blocked', 'unreachable'],
  ['dtls.fingerprint', 'wrong-fingerprint'],
  ['app.no-session', 'mute'],
  ['media.noframes', 'no-track'],
])('%s is brought about by the far end alone', (code, kind) => {
  expect(replayFarEnd(logOf('rest', description('remote', 'v=0')), verdictOf(code))).toEqual({
    farEnd: { kind },
  });
});

test('where a session that was up failed, the far end hangs up instead', () => {
  expect(replayFarEnd(failing(iceFailedInChromium, connected), verdictOf('net.loss'))).toEqual({
    farEnd: { kind: 'closes', after: 300 },
    foresight: cannot,
  });
  expect(replayFarEnd(failing(iceFailedInChromium, stopped), verdictOf('ice.failed'))).toEqual({
    farEnd: { kind: 'unreachable' },
    foresight: cannot,
  });
});

test.each([
  'turn.auth',
  'turns.tls',
  'ice.dns',
  'relay.noturn',
  'sig.state',
  'ice.add',
  'pc.limit',
  'cfg.refused',
])('with %s the far end is a good one', (code) => {
  expect(replayFarEnd(failing(iceFailedInChromium), verdictOf(code))).toEqual({});
});

const waited = (waitingFor: 'ice' | 'dtls' | 'channel' | 'session.created') =>
  ({ reason: 'timeout', limit: 30_000, waitingFor }) as const;

test.each<readonly [ConnectionFailure, string]>([
  [waited('ice'), 'unreachable'],
  [waited('dtls'), 'no-handshake'],
  [waited('channel'), 'no-association'],
  [waited('session.created'), 'mute'],
  [iceFailedInChromium, 'unreachable'],
  [{ reason: 'dtls', dtlsState: 'failed' }, 'wrong-fingerprint'],
  [closed, 'no-association'],
])('after %j the class of the failure is played, and that is said', (failure, kind) => {
  expect(replayFarEnd(failing(failure), verdictOf('ice.failed'))).toEqual({
    farEnd: { kind },
    foresight: cannot,
  });
});

test('without a verdict what happened has no name', () => {
  expect(replayFarEnd(failing(waited('dtls')), undefined)).toEqual({
    farEnd: { kind: 'no-handshake' },
    foresight:
      'The far end in this page cannot do what happened: it fails at the same place in another way, so the verdict may be another one.',
  });
});

test.each(['dc.remote-close', 'connection.unexplained', 'clock.sleep'])(
  '%s is what the class of its failure gives',
  (code) => {
    expect(replayFarEnd(failing(waited('dtls')), verdictOf(code))).toEqual({
      farEnd: { kind: 'no-handshake' },
    });
  },
);

test.each<readonly [string, readonly Literal[], object]>([
  ['never opened', [channel('closing')], { kind: 'no-association' }],
  [
    'closed',
    [
      { ...channel('open'), at: 1_000 },
      { ...channel('close'), at: 1_119.6 },
    ],
    { after: 120, silent: true },
  ],
  [
    'closed at once',
    [
      { ...channel('open'), at: 1_000 },
      { ...channel('closing'), at: 1_000 },
      { ...channel('close'), at: 1_100 },
    ],
    { after: 0, silent: true },
  ],
  [
    'closed late',
    [
      { ...channel('open'), at: 1_000 },
      { ...channel('close'), at: 9_000 },
    ],
    { after: 300, silent: true },
  ],
  [
    'spoke',
    [
      { ...channel('open'), at: 1_000 },
      { ...channel('received'), at: 1_050 },
      { ...channel('close'), at: 1_200 },
    ],
    { after: 200 },
  ],
  [
    'closed before it opened',
    [
      { ...channel('close'), at: 900 },
      { ...channel('open'), at: 1_000 },
    ],
    { after: 0, silent: true },
  ],
])('a channel that %s is replayed so', (_, events, farEnd) => {
  expect(replayFarEnd(failing(closed, connected, ...events), verdictOf('dc.remote-close'))).toEqual({
    farEnd: { kind: 'closes', ...farEnd },
  });
});
