import { expect, test } from 'vitest';
import { diagnose } from '../diagnosis/diagnose.ts';
import { inWords } from '../diagnosis/testing/inWords.ts';
import {
  chromium,
  failedLog,
  firefox,
  iceFailedInChromium,
  state,
  statistics,
} from '../diagnosis/testing/literalConnection.ts';
import { request, response, verdict } from '../diagnosis/testing/literalLog.ts';
import { lost, stood } from '../diagnosis/testing/literalLoss.ts';
import type { LogEntry } from '../session/log.ts';

const is = (log: readonly LogEntry[]) => verdict(log)?.is;

/** A look at the session’s own server, `after` ms after the failure at 19.1 s. */
function looked(
  log: readonly LogEntry[],
  ...looks: readonly (readonly [answered: boolean, after: number])[]
) {
  return [
    ...log,
    ...looks.map(
      ([answered, after], index): LogEntry => ({
        kind: 'note',
        topic: 'network-look',
        url: 'stun:192.0.2.1:3478',
        answered,
        after,
        id: `e${log.length + 1 + index}`,
        at: 19_100 + after,
        attempt: 1,
      }),
    ),
  ];
}
const gone = lost(state('connection', 'failed', 19_000));

test('net.restart-needed where a server was silent and then answered', () => {
  expect(inWords(diagnose(looked(gone, [false, 1_500], [true, 5_500])))).toEqual({
    is: 'net.restart-needed/after-failed',
    certainty: 'proved',
    actor: 'browser',
    cause:
      'The connection failed for want of packets, and stun:192.0.2.1:3478 answers again, 5.5 s after the failure: the network is there again, but a failed connection does not try again by itself.',
    remedy:
      'Begin a new session with a new token. Where you hold the connection yourself, createOffer({ iceRestart: true }) revives it, if the far end takes a new offer.',
    causedBy: 'connection e9',
    evidence: [
      'e7 ICE went to “disconnected”',
      'e12 at the failure stun:192.0.2.1:3478 did not answer',
      'e13 5.5 s after it stun:192.0.2.1:3478 answered',
      'e9 connectionState failed, iceConnectionState disconnected',
    ],
    ruledOut: [
      'ice.unreachable/no-answer: the far end had been reached before',
      'dc.remote-close/closed: the channel was not closed',
    ],
    beside: ['net.loss/mid-call'],
  });
});

test('net.loss of a far end that fell silent, where a server answered at once', () => {
  expect(inWords(diagnose(looked(gone, [true, 1_500])))).toEqual({
    is: 'net.loss/far-end-silent',
    certainty: 'likely',
    actor: 'far-end',
    cause:
      'Packets stopped coming back, but stun:192.0.2.1:3478 answered at once when it was asked 1.5 s after the failure. So this computer’s network stood: the far end, or the way to it, is gone.',
    remedy:
      'Begin a new session with a new token. Where it happens again, report the conversation id with the time: the far end may have ended without closing.',
    causedBy: 'connection e9',
    evidence: [
      'e7 ICE went to “disconnected”',
      'e12 stun:192.0.2.1:3478 answered after the failure',
      'e9 connectionState failed, iceConnectionState disconnected',
    ],
    ruledOut: [
      'net.restart-needed/after-failed: no server of the session was silent after the failure',
      'dc.remote-close/closed: the channel was not closed',
    ],
    beside: ['net.loss/mid-call'],
  });
});

test('looks before the failure, and of another attempt, do not count', () => {
  expect(is(looked(gone, [true, -1]))).toBe('net.loss/mid-call');
  expect(is(looked(gone, [true, 0]))).toBe('net.loss/far-end-silent');
  const other = looked(gone, [true, 1_500]).map((entry) =>
    entry.kind === 'note' ? { ...entry, attempt: 2 } : entry,
  );
  expect(is(other)).toBe('net.loss/mid-call');
  expect(is(looked(gone, [false, 1_500]))).toBe('net.loss/mid-call');
});

test('net.restart-needed where a later request was answered', () => {
  const log = lost(request('ice-config'), response(200));
  expect(inWords(diagnose(log))).toEqual({
    is: 'net.restart-needed/after-failed',
    certainty: 'likely',
    actor: 'browser',
    cause:
      'The connection failed for want of packets, and a later request was answered: the network is there again, but a failed connection does not try again by itself.',
    remedy:
      'Begin a new session with a new token. Where you hold the connection yourself, createOffer({ iceRestart: true }) revives it, if the far end takes a new offer.',
    causedBy: 'connection e10',
    evidence: [
      'e7 ICE went to “disconnected”',
      'e9 a later request was answered',
      'e10 connectionState failed, iceConnectionState disconnected',
    ],
    ruledOut: [
      'ice.unreachable/no-answer: the far end had been reached before',
      'dc.remote-close/closed: the channel was not closed',
    ],
    beside: ['net.loss/mid-call'],
  });
});

test('net.restart-needed where packets came in again', () => {
  const log = lost(
    statistics('sample', { packets: 40, at: 18_000 }),
    statistics('sample', { packets: 41, at: 25_000 }),
  );
  expect(inWords(diagnose(log))).toEqual({
    is: 'net.restart-needed/after-failed',
    certainty: 'likely',
    actor: 'browser',
    cause:
      'The connection failed for want of packets, and packets came in again: the network is there again, but a failed connection does not try again by itself.',
    remedy:
      'Begin a new session with a new token. Where you hold the connection yourself, createOffer({ iceRestart: true }) revives it, if the far end takes a new offer.',
    causedBy: 'connection e10',
    evidence: [
      'e7 ICE went to “disconnected”',
      'e9 packets came in again',
      'e10 connectionState failed, iceConnectionState disconnected',
    ],
    ruledOut: [
      'ice.unreachable/no-answer: the far end had been reached before',
      'dc.remote-close/closed: the channel was not closed',
    ],
    beside: ['net.loss/mid-call'],
  });
});

test.each([
  ['no packet came in again', [statistics('sample', { packets: 40, at: 25_000 })]],
  ['the statistics do not count packets', [statistics('sample', { at: 25_000 })]],
] as const)('an ICE restart is not called for where %s', (_, entries) => {
  expect(is(lost(...entries))).toBe('net.loss/mid-call');
});

test('an answer that came before the loss, or packets that nobody counted before it, are no sign of a network', () => {
  const early = failedLog(
    chromium,
    [...stood, request('ice-config'), { ...response(200), at: 9_000 }, state('ice', 'disconnected', 9_000)],
    iceFailedInChromium,
  );
  expect(is(early)).toBe('net.loss/mid-call');
  const uncounted = failedLog(
    chromium,
    [
      state('ice', 'connected', 900),
      state('ice', 'disconnected', 9_000),
      statistics('sample', { packets: 9, at: 12_000 }),
    ],
    iceFailedInChromium,
  );
  expect(is(uncounted)).toBe('net.loss/mid-call');
});

test('a session that never was connected was not lost', () => {
  const log = failedLog(
    firefox,
    [state('ice', 'checking'), state('ice', 'disconnected')],
    iceFailedInChromium,
  );
  expect(is(looked(log, [false, 1_500], [true, 5_500]))).toBe('connection.unexplained/ice');
});
