import { expect, test } from 'vitest';
import { advise, diagnose } from '../diagnosis/diagnose.ts';
import { inWords } from '../diagnosis/testing/inWords.ts';
import {
  chromium,
  failedLog,
  iceFailedInChromium,
  state,
  waitedForIce,
} from '../diagnosis/testing/literalConnection.ts';
import {
  ended,
  type Literal,
  logOf,
  refused,
  request,
  restError,
  runOf,
  verdict,
} from '../diagnosis/testing/literalLog.ts';
import type { ConnectionFailure, RestFailure } from '../session/failure.ts';

const slept = (at: number, wallClock = 600_000, monotonic = 1_000, late = 0): Literal => ({
  kind: 'sleep',
  wallClock,
  monotonic,
  late,
  at,
});
const sleepy = (log: Parameters<typeof diagnose>[0]) => verdict(log)?.is === 'clock.sleep/suspended';

test('clock.sleep where the wall clock ran away: the computer slept', () => {
  expect(inWords(diagnose(failedLog(chromium, [slept(10_000)], waitedForIce)))).toEqual({
    is: 'clock.sleep/suspended',
    certainty: 'proved',
    actor: 'browser',
    cause:
      'The wall clock went on by 10 min while timers saw 1.0 s: the computer slept for about 10 min. What failed afterwards says nothing about network or service.',
    remedy:
      'Run again with the computer awake and the page in view. In your app, listen for visibilitychange and begin a new session, with a new token, after a long sleep.',
    causedBy: 'connection e2',
    evidence: ['e2 asleep for about 10 min', 'e3 30 s passed while waiting for ice'],
    ruledOut: [
      'ice.unreachable/no-answer: nothing could be sent or received meanwhile',
      'net.loss/mid-call: it was the computer or the page that stopped, not the network',
      'timeout_error/no-response: most of the time limit passed while nothing ran here',
    ],
    beside: [],
  });
});

test('clock.sleep where only a timer came late: nobody knows what held the page', () => {
  const log = failedLog(chromium, [slept(10_000, 8_000, 8_000, 7_000)], waitedForIce);
  expect(inWords(diagnose(log))).toEqual({
    is: 'clock.sleep/suspended',
    certainty: 'proved',
    actor: 'browser',
    cause:
      'Nothing ran in this page for about 7.0 s: a timer fired that late. The computer slept, the browser suspended the page, or something kept it busy; its clocks do not tell which. What failed afterwards says nothing about network or service.',
    remedy:
      'Run again with the computer awake and the page in view. In your app, listen for visibilitychange and begin a new session, with a new token, after a long sleep.',
    causedBy: 'connection e2',
    evidence: ['e2 nothing ran in this page for about 7.0 s', 'e3 30 s passed while waiting for ice'],
    ruledOut: [
      'ice.unreachable/no-answer: nothing could be sent or received meanwhile',
      'net.loss/mid-call: it was the computer or the page that stopped, not the network',
      'timeout_error/no-response: most of the time limit passed while nothing ran here',
    ],
    beside: [],
  });
  const even = failedLog(chromium, [slept(10_000, 15_000, 8_000, 7_000)], waitedForIce);
  expect(diagnose(even)[0]?.evidence[0]?.says).toBe('nothing ran in this page for about 7.0 s');
});

test('clock.sleep of a session that is still there is a remark', () => {
  const log = runOf(chromium, slept(10_000), state('ice', 'connected', 90_000), {
    kind: 'run',
    state: 'connected',
  });
  expect(inWords(advise(log))).toEqual({
    is: 'clock.sleep/suspended',
    certainty: 'proved',
    actor: 'browser',
    cause:
      'The wall clock went on by 10 min while timers saw 1.0 s: the computer slept for about 10 min. The session is still there.',
    remedy:
      'Run again with the computer awake and the page in view. In your app, listen for visibilitychange and begin a new session, with a new token, after a long sleep.',
    causedBy: 'connection e2',
    evidence: ['e2 asleep for about 10 min'],
    ruledOut: [],
    beside: [],
  });
});

test('clock.sleep of a request that got no response in time', () => {
  const failure = { reason: 'timeout', limit: 10_000, phase: 'headers' } as const;
  const log = logOf(
    'rest',
    request('ice-config'),
    slept(9_000),
    restError('ice-config', failure),
    ...ended('ice-config', 'e4'),
  );
  expect(inWords(diagnose(log))).toEqual({
    is: 'clock.sleep/suspended',
    certainty: 'proved',
    actor: 'browser',
    cause:
      'The wall clock went on by 10 min while timers saw 1.0 s: the computer slept for about 10 min. What failed afterwards says nothing about network or service.',
    remedy:
      'Run again with the computer awake and the page in view. In your app, listen for visibilitychange and begin a new session, with a new token, after a long sleep.',
    causedBy: 'ice-config e3',
    evidence: [
      'e3 asleep for about 10 min',
      'e4 GET /v1/realtime/ice-config got no HTTP response within 10 s',
    ],
    ruledOut: [
      'ice.unreachable/no-answer: nothing could be sent or received meanwhile',
      'net.loss/mid-call: it was the computer or the page that stopped, not the network',
    ],
    beside: ['timeout_error/no-response', 'OrgaAIServerError/network-timeout'],
  });
});

const error = { name: 'x', message: 'no' };

test.each<readonly [ConnectionFailure, boolean]>([
  [waitedForIce, true],
  [iceFailedInChromium, true],
  [{ reason: 'channel', event: 'close' }, true],
  [{ reason: 'dtls', dtlsState: 'failed' }, true],
  [{ reason: 'limit', error }, false],
  [{ reason: 'sdp', operation: 'setRemoteDescription', error }, false],
])('a sleep explains this end of a connection: %j, %s', (failure, expected) => {
  expect(sleepy(failedLog(chromium, [slept(10_000)], failure))).toBe(expected);
});

test.each<readonly [RestFailure, boolean]>([
  [{ reason: 'timeout', limit: 10_000, phase: 'body' }, true],
  [{ reason: 'unreachable', error }, true],
  [{ reason: 'http', status: 500, reading: { format: 'html', answeredBy: 'unknown' } }, false],
])('a sleep explains this end of a request: %j, %s', (failure, expected) => {
  const log = logOf(
    'rest',
    request('ice-config'),
    slept(9_000),
    restError('ice-config', failure),
    ...ended('ice-config', 'e4'),
  );
  expect(sleepy(log)).toBe(expected);
});

test('what the backend met is not explained by a sleep of this computer', () => {
  const reading = {
    format: 'sdk-text',
    answeredBy: 'backend',
    passedOn: { message: 'Failed to get session config: fetch failed', status: 500 },
  } as const;
  const [started, ...others] = refused('session', 500, reading);
  const log = [
    started,
    ...runOf(chromium, slept(10))
      .slice(1)
      .map((entry) => ({ ...entry, id: 'x' })),
    ...others,
  ];
  expect(sleepy(log.flatMap((entry) => entry ?? []))).toBe(false);
});

/** The connection step begins at 60 s and fails of ICE at `end`. */
const begun = (end: number, ...entries: readonly Literal[]) =>
  failedLog(
    chromium,
    [
      ...entries,
      { kind: 'step', step: 'connection', state: 'running', at: 60_000 },
      state('ice', 'checking', end - 100),
    ],
    waitedForIce,
  );

test('a sleep counts from 5 s before the step that failed, and for 45 s', () => {
  expect(sleepy(begun(70_000, slept(55_000)))).toBe(true);
  expect(sleepy(begun(70_000, slept(54_999)))).toBe(false);
  expect(sleepy(begun(100_000, slept(55_000)))).toBe(true);
  expect(sleepy(begun(100_001, slept(55_000)))).toBe(false);
});

test.each<readonly [string, Literal]>([
  ['of another step', { kind: 'step', step: 'call', state: 'running', at: 69_000 }],
  ['that is done', { kind: 'step', step: 'connection', state: 'done', at: 69_000 }],
])('the wait does not begin with a step %s', (_, other) => {
  const log = failedLog(
    chromium,
    [slept(56_000), { kind: 'step', step: 'connection', state: 'running', at: 60_000 }, other],
    waitedForIce,
  );
  expect(sleepy(log)).toBe(true);
});
