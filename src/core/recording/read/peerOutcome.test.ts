import { expect, test } from 'vitest';
import { failureOfSdp, failureOfStates, missing, type PeerStates, silenceOf } from './peerOutcome.ts';

const states = (ice: string, rest: Partial<PeerStates> = {}): PeerStates => ({
  ice,
  connection: 'new',
  dtls: undefined,
  channel: 'none',
  ...rest,
});

test.each([
  [states('checking', { dtls: 'failed' }), { reason: 'dtls', dtlsState: 'failed' }],
  [states('connected', { dtls: 'connecting' }), { reason: 'dtls', dtlsState: 'connecting' }],
  [states('completed'), { reason: 'dtls', dtlsState: 'unknown' }],
  [
    states('disconnected', { dtls: 'connected' }),
    { reason: 'ice', iceConnectionState: 'disconnected', connectionState: 'failed' },
  ],
  [states('new'), { reason: 'ice', iceConnectionState: 'new', connectionState: 'failed' }],
  [states('strange'), { reason: 'ice', iceConnectionState: 'failed', connectionState: 'failed' }],
])('a connection that failed at %j is %j', (at, failure) => {
  expect(failureOfStates(at)).toEqual(failure);
});

test('a refused description is told with its operation', () => {
  expect(failureOfSdp('createOffer', { name: 'InvalidStateError', message: 'closed' })).toEqual({
    reason: 'sdp',
    operation: 'createOffer',
    error: { name: 'InvalidStateError', message: 'closed' },
  });
});

test.each([
  ['new', 'new', 'ice'],
  ['checking', 'connected', 'ice'],
  ['connected', 'connecting', 'dtls'],
  ['completed', 'connecting', 'dtls'],
  ['connected', 'connected', 'channel'],
  ['completed', 'connected', 'channel'],
])('ICE %s and connection %s still wait for %s', (ice, connection, what) => {
  expect(missing(states(ice, { connection }))).toBe(what);
});

test.each([
  ['checking', 0, 'checks', 'ice.unreachable'],
  ['disconnected', 1, 'checks', 'ice.unreachable'],
  ['connected', 0, 'dtls', 'connection.unexplained'],
  ['new', 0, 'no-candidates', 'ice.nocand'],
  ['new', 1, 'ice-new', 'connection.unexplained'],
])('silence at ICE %s with %i remote candidates is the watch %s', (ice, count, watch, foresees) => {
  expect(silenceOf(states(ice), count)).toEqual({ watch, foresees });
});
