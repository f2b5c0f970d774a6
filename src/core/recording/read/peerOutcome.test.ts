import { expect, test } from 'vitest';
import { failureOfSdp, failureOfStates, missing, type PeerStates, silenceOf } from './peerOutcome.ts';

const states = (ice: string, rest: Partial<PeerStates> = {}): PeerStates => ({
  ice,
  dtls: undefined,
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
  ['new', 'ice'],
  ['checking', 'ice'],
  ['connected', 'dtls'],
  ['completed', 'dtls'],
])('a connection at ICE %s still waits for %s', (ice, what) => {
  expect(missing(states(ice))).toBe(what);
});

test.each([
  ['checking', false, 'checks', 'ice.unreachable'],
  ['disconnected', true, 'checks', 'ice.unreachable'],
  ['connected', false, 'dtls', 'connection.unexplained'],
  ['new', false, 'no-candidates', 'ice.nocand'],
  ['new', true, 'ice-new', 'connection.unexplained'],
])('silence at ICE %s, remote candidates %s, is the watch %s', (ice, has, watch, foresees) => {
  expect(silenceOf(states(ice), has)).toEqual({ watch, foresees });
});
