import { expect, test } from 'vitest';
import { diagnose, foresee } from '../diagnosis/diagnose.ts';
import {
  answerWith,
  candidate,
  channel,
  chromium,
  description,
  failedLog,
  firefox,
  iceFailedInChromium,
  state,
  statistics,
  waitedForIce,
  watch,
} from '../diagnosis/testing/literalConnection.ts';
import { type Literal, runOf } from '../diagnosis/testing/literalLog.ts';
import type { ConnectionFailure } from '../session/failure.ts';

const answer = description('remote', answerWith('1 udp 1 192.0.2.7 50000 typ host'));
const error = { name: 'OperationError', message: 'no' };
const is = (log: Parameters<typeof diagnose>[0]) =>
  diagnose(log).map(({ code, variant }) => `${code}/${variant}`);
const ended = (failure: ConnectionFailure, ...entries: readonly Literal[]) =>
  failedLog(chromium, entries, failure);
const says = (log: Parameters<typeof diagnose>[0]) => diagnose(log)[0]?.evidence.at(-1)?.says;

test.each<readonly [ConnectionFailure, string]>([
  [{ reason: 'configuration', error }, 'new RTCPeerConnection threw OperationError: “no”'],
  [{ reason: 'sdp', operation: 'createOffer', error }, 'createOffer threw OperationError: “no”'],
  [iceFailedInChromium, 'connectionState failed, iceConnectionState disconnected'],
  [{ reason: 'dtls', dtlsState: 'closed' }, 'the DTLS transport is closed'],
  [{ reason: 'channel', event: 'close' }, 'the data channel’s close'],
  [{ reason: 'channel', event: 'error', error }, 'the data channel’s error: “no”'],
  [{ reason: 'timeout', limit: 1_500, waitingFor: 'dtls' }, '1.5 s passed while waiting for dtls'],
  [{ reason: 'candidate', error }, 'addIceCandidate threw OperationError: “no”'],
  [{ reason: 'limit', error }, 'new RTCPeerConnection threw OperationError: “no”'],
])('how the connection ended is put in words: %j', (failure, words) => {
  expect(says(ended(failure))).toBe(words);
});

test('of the browser’s words on a description or a candidate the first 300 characters are shown', () => {
  const long = { name: 'x', message: 'y'.repeat(400) };
  expect(says(ended({ reason: 'sdp', operation: 'createOffer', error: long }))).toBe(
    `createOffer threw x: “${'y'.repeat(300)}”`,
  );
  expect(says(ended({ reason: 'candidate', error: long }))).toBe(
    `addIceCandidate threw x: “${'y'.repeat(300)}”`,
  );
});

test('an exception that nobody foresaw ends the step', () => {
  const log = runOf(
    chromium,
    {
      kind: 'unexpected',
      step: 'connection',
      failure: { reason: 'unexpected', error: { name: 'x', message: 'addIceCandidate: no' } },
    },
    { kind: 'step', step: 'connection', state: 'failed', failedBy: 'e2' },
  );
  expect([is(log)[0], says(log)]).toEqual(['ice.add/garbage', 'the step failed here']);
});

test.each<readonly [string, ConnectionFailure, readonly Literal[], string]>([
  ['ICE itself', iceFailedInChromium, [], 'ice'],
  ['time that ran out waiting for ICE', waitedForIce, [], 'ice'],
  [
    'time that ran out waiting for DTLS',
    { reason: 'timeout', limit: 30_000, waitingFor: 'dtls' },
    [],
    'dtls',
  ],
  ['DTLS', { reason: 'dtls', dtlsState: 'failed' }, [], 'dtls'],
  ['the channel', { reason: 'channel', event: 'close' }, [], 'channel'],
  [
    'time that ran out waiting for the channel',
    { reason: 'timeout', limit: 30_000, waitingFor: 'channel' },
    [],
    'channel',
  ],
])('what nothing explains is at least known by its layer: %s', (_, failure, entries, layer) => {
  expect(is(ended(failure, ...entries))).toEqual([`connection.unexplained/${layer}`]);
});

test.each(['ice', 'connection'] as const)(
  'DTLS that ends with a failed “%s” has failed for want of ICE',
  (machine) => {
    const low = description('remote', answerWith());
    const dtls = { reason: 'dtls', dtlsState: 'failed' } as const;
    expect(is(ended(dtls, low, state(machine, 'failed')))).toEqual(['ice.nocand/answer']);
    expect(is(ended(dtls, low, state(machine, 'disconnected')))).toEqual(['connection.unexplained/dtls']);
    expect(is(ended(dtls, low, state('gathering', 'failed')))).toEqual(['connection.unexplained/dtls']);
    expect(is(ended(dtls, low, state('ice', 'connected'), state(machine, 'failed')))).toEqual([
      'dtls.fingerprint/mismatch',
    ]);
  },
);

test.each([
  ['ICE is connected', state('ice', 'connected'), true],
  ['ICE is completed', state('ice', 'completed'), true],
  ['the connection is connected', state('connection', 'connected'), true],
  ['a pair has succeeded', statistics('failed', { sent: 1, pair: 'succeeded' }), true],
  ['ICE is checking', state('ice', 'checking'), false],
  ['the connection is connecting', state('connection', 'connecting'), false],
  ['DTLS is connected', state('dtls', 'connected'), false],
  ['a pair is in progress', statistics('failed', { sent: 1 }), false],
])('a working pair is known from this: %s', (_, entry, expected) => {
  const log = ended({ reason: 'dtls', dtlsState: 'failed' }, entry);
  expect(is(log)).toEqual([expected ? 'dtls.fingerprint/mismatch' : 'connection.unexplained/dtls']);
});

const pair = { local: 'a', remote: 'b', state: 'failed', nominated: false } as const;

test('checks are counted over all pairs of the last statistics that had some', () => {
  const pairs = [
    { ...pair, requestsSent: 4, responsesReceived: 0 },
    { ...pair, requestsSent: 3 },
    { ...pair },
  ];
  const log = ended(
    iceFailedInChromium,
    answer,
    { kind: 'statistics', moment: 'sample', pairs },
    { kind: 'statistics', moment: 'failed', pairs: [] },
  );
  expect(diagnose(log)[0]?.cause).toBe(
    '7 connection checks went out over 3 candidate pairs, and not one was answered.',
  );
});

test('no check went out where there is no pair; where pairs count none nobody knows', () => {
  const low = description('remote', answerWith('1 udp 1 192.0.2.7 9 typ host'));
  const certainty = (...pairs: readonly (typeof pair)[]) =>
    diagnose(ended(waitedForIce, low, { kind: 'statistics', moment: 'failed', pairs }))[0]?.certainty;
  expect([certainty(), certainty(pair)]).toEqual(['proved', 'likely']);
});

test('one pair that succeeded is a way', () => {
  const pairs = [pair, { ...pair, state: 'succeeded' }];
  const log = ended({ reason: 'dtls', dtlsState: 'failed' }, { kind: 'statistics', moment: 'failed', pairs });
  expect(is(log)).toEqual(['dtls.fingerprint/mismatch']);
});

test('one answer on any pair is an answer', () => {
  const pairs = [
    { ...pair, requestsSent: 4, responsesReceived: 0 },
    { ...pair, requestsSent: 3, responsesReceived: 1 },
  ];
  const log = ended(iceFailedInChromium, answer, { kind: 'statistics', moment: 'sample', pairs });
  expect(is(log)).toEqual(['connection.unexplained/ice']);
});

/** It still waits, with this silence. */
const waiting = (silence: Literal, ...entries: readonly Literal[]) =>
  foresee(runOf(chromium, candidate('host'), ...entries, silence)).map(({ code }) => code);
const nothing = description('remote', answerWith());

test('while the run waits a verdict takes a silence about what it says', () => {
  expect(waiting(watch('no-candidates', 'ice.nocand'), nothing)).toEqual(['ice.nocand']);
  expect(waiting(watch('ice-new', 'ice.nocand'), nothing)).toEqual(['ice.nocand']);
  expect(waiting(watch('dtls', 'dtls.fingerprint'), nothing)).toEqual(['dtls.fingerprint']);
  expect(waiting(watch('no-candidates', 'net.loss'), nothing, state('ice', 'connected'))).toEqual([
    'net.loss',
  ]);
  expect(waiting(watch('dtls', 'dtls.fingerprint'), nothing, watch('no-candidates', 'ice.nocand'))).toEqual([
    'ice.nocand',
  ]);
});

test('while the run waits the silence is the proof of it, not the entry that came last', () => {
  const silence = watch('no-candidates', 'ice.nocand');
  const log = runOf(chromium, candidate('host'), nothing, silence, state('gathering', 'complete'));
  expect(foresee(log)[0]?.evidence).toEqual([
    { entry: 'e3', says: 'no a=candidate line in it' },
    { entry: 'e4', says: 'Waiting for an address in the answer for 3.2 s' },
  ]);
});

test('Firefox is known by its own name', () => {
  const low = description('remote', answerWith('1 udp 1 192.0.2.7 9 typ host'));
  const certainty = (userAgent: string) =>
    diagnose(failedLog({ userAgent }, [low], waitedForIce))[0]?.certainty;
  expect([certainty(firefox.userAgent ?? ''), certainty('x FIREFOX/1'), certainty('Firefoxy')]).toEqual([
    'likely',
    'likely',
    'proved',
  ]);
});

test('a channel that closed before it opened was not closed by the far end', () => {
  const failure = { reason: 'channel', event: 'close' } as const;
  expect(is(ended(failure, channel('close'), channel('open')))).toEqual(['connection.unexplained/channel']);
});
