import { expect, test } from 'vitest';
import { advise, diagnose } from '../diagnosis/diagnose.ts';
import { inWords } from '../diagnosis/testing/inWords.ts';
import {
  channel,
  chromium,
  failedLog,
  iceFailedInChromium,
  state,
  statistics,
  watch,
} from '../diagnosis/testing/literalConnection.ts';
import { type Literal, runOf, verdict } from '../diagnosis/testing/literalLog.ts';
import { lost, stood } from '../diagnosis/testing/literalLoss.ts';
import type { LogEntry } from '../session/log.ts';

const is = (log: readonly LogEntry[]) => verdict(log)?.is;

test('net.loss that ended the session', () => {
  expect(inWords(diagnose(lost(statistics('failed', { packets: 40, at: 19_000 }))))).toEqual({
    is: 'net.loss/mid-call',
    certainty: 'proved',
    actor: 'network',
    cause:
      'The session had been connected for 8.0 s when packets stopped coming back. The data channel says nothing of it.',
    remedy:
      'Check the user’s network (Wi-Fi, VPN, sleep), then begin a new session with a new token, or restart ICE.',
    causedBy: 'connection e9',
    evidence: [
      'e4 the channel was open',
      'e7 ICE went to “disconnected”',
      'e8 the last statistics',
      'e9 connectionState failed, iceConnectionState disconnected',
    ],
    ruledOut: [
      'ice.unreachable/no-answer: the far end had been reached: the session was connected',
      'dc.remote-close/closed: the channel was not closed',
    ],
    beside: [],
  });
});

test('net.loss without an open channel, and without ICE’s own state, says what is known', () => {
  const log = failedLog(
    chromium,
    [
      state('connection', 'connected', 100),
      state('connection', 'disconnected', 9_000),
      state('connection', 'failed', 19_000),
    ],
    iceFailedInChromium,
  );
  expect(inWords(diagnose(log))).toEqual({
    is: 'net.loss/mid-call',
    certainty: 'proved',
    actor: 'network',
    cause:
      'The session had been connected when packets stopped coming back. The data channel says nothing of it.',
    remedy:
      'Check the user’s network (Wi-Fi, VPN, sleep), then begin a new session with a new token, or restart ICE.',
    causedBy: 'connection e5',
    evidence: ['e3 ICE went to “disconnected”', 'e5 connectionState failed, iceConnectionState disconnected'],
    ruledOut: [
      'ice.unreachable/no-answer: the far end had been reached: the session was connected',
      'dc.remote-close/closed: the channel was not closed',
    ],
    beside: [],
  });
});

test('net.loss while the session still stands', () => {
  const log = runOf(chromium, ...stood, state('ice', 'disconnected', 9_000));
  expect(inWords(diagnose(log))).toEqual({
    is: 'net.loss/mid-call',
    certainty: 'likely',
    actor: 'network',
    cause:
      'The session had been connected for 8.0 s when packets stopped coming back. It may still heal by itself. The data channel says nothing of it.',
    remedy: 'Wait: “disconnected” is not final. Do not tear the session down before “failed”.',
    causedBy: 'connection e7',
    evidence: [
      'e4 the channel was open',
      'e7 ICE went to “disconnected”',
      'e7 the last that is known of the run',
    ],
    ruledOut: [
      'ice.unreachable/no-answer: the far end had been reached: the session was connected',
      'dc.remote-close/closed: the channel was not closed',
    ],
    beside: [],
  });
});

test('net.loss told by a silence', () => {
  const log = runOf(chromium, ...stood, { ...watch('checks', 'net.loss'), at: 12_000 });
  expect(inWords(diagnose(log))).toEqual({
    is: 'net.loss/mid-call',
    certainty: 'likely',
    actor: 'network',
    cause:
      'The session had been connected for 11 s when packets stopped coming back. It may still heal by itself. The data channel says nothing of it.',
    remedy: 'Wait: “disconnected” is not final. Do not tear the session down before “failed”.',
    causedBy: 'connection e7',
    evidence: [
      'e4 the channel was open',
      'e7 Waiting for an answer to the connection checks for 3.2 s',
      'e7 the last that is known of the run',
    ],
    ruledOut: [
      'ice.unreachable/no-answer: the far end had been reached: the session was connected',
      'dc.remote-close/closed: the channel was not closed',
    ],
    beside: [],
  });
});

test.each([
  ['the channel was closed', [channel('close'), state('ice', 'disconnected', 9_000)]],
  ['ICE came back', [state('ice', 'disconnected', 9_000), state('ice', 'completed', 9_500)]],
  ['the silence is another’s', [{ ...watch('session', 'app.no-session'), at: 12_000 }]],
] as const)('a session is not called lost where %s', (_, entries) => {
  expect(is(runOf(chromium, ...stood, ...entries))).toBeUndefined();
});

test('the loss begins with the first state after which ICE did not come back', () => {
  const log = failedLog(
    chromium,
    [
      ...stood,
      state('ice', 'disconnected', 5_000),
      state('ice', 'connected', 6_000),
      state('ice', 'checking', 6_500),
      state('ice', 'disconnected', 9_000),
      state('ice', 'failed', 19_000),
    ],
    iceFailedInChromium,
  );
  expect(diagnose(log)[0]?.evidence.map(({ entry }) => entry)).toEqual(['e4', 'e10', 'e12']);
  expect(inWords(advise(log))).toEqual({
    is: 'net.blip/recovered',
    certainty: 'proved',
    actor: 'network',
    cause: 'ICE was “disconnected” for 1.0 s and came back by itself.',
    remedy:
      'Nothing. But the official client SDK would have ended the session here: if your users report sudden ends, this is the reason.',
    causedBy: 'connection e12',
    evidence: ['e7 ICE went to “disconnected”', 'e8 and back to “connected”'],
    ruledOut: [],
    beside: [],
  });
});

test('net.blip takes a “disconnected” just before the return', () => {
  const blips = (...states: readonly Literal[]) =>
    advise(runOf(chromium, ...stood, ...states)).map(({ code }) => code);
  expect(blips(state('ice', 'disconnected', 9_000), state('ice', 'completed', 9_500))).toEqual(['net.blip']);
  expect(blips(state('ice', 'checking', 9_000), state('ice', 'connected', 9_500))).toEqual([]);
  expect(blips(state('ice', 'disconnected', 9_000), state('ice', 'checking', 9_500))).toEqual([]);
  expect(blips(state('connection', 'disconnected', 9_000), state('connection', 'connected', 9_500))).toEqual(
    [],
  );
});

test('of a connection that came back the later loss counts, and none where it is back', () => {
  const up = state('connection', 'connected', 100);
  const down = (at: number) => state('connection', 'disconnected', at);
  const proof = (...entries: readonly Literal[]) =>
    diagnose(failedLog(chromium, entries, iceFailedInChromium))[0]?.evidence.map(({ entry }) => entry);
  expect(proof(up, down(5_000), state('connection', 'connected', 6_000), down(9_000))).toEqual(['e5', 'e6']);
  expect(proof(up, state('connection', 'failed', 9_000))).toEqual(['e3', 'e4']);
  expect(proof(up, state('channel', 'failed', 9_000), state('connection', 'failed', 9_100))).toEqual([
    'e4',
    'e5',
  ]);
  expect(proof(up, down(5_000), state('connection', 'connected', 6_000))).toEqual(['e5']);
});

test('ICE’s own state tells the time of the loss better than the connection’s', () => {
  const log = failedLog(
    chromium,
    [
      state('ice', 'completed', 100),
      state('connection', 'disconnected', 8_900),
      state('ice', 'failed', 9_000),
      state('connection', 'failed', 9_100),
    ],
    iceFailedInChromium,
  );
  expect(diagnose(log)[0]?.evidence.map(({ entry }) => entry)).toEqual(['e4', 'e6']);
});
