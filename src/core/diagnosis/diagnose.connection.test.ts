import { expect, test } from 'vitest';
import { diagnose } from './diagnose.ts';
import {
  answerWith,
  candidate,
  channel,
  chromium,
  description,
  failedLog,
  firefox,
  goodAnswer,
  goodOffer,
  iceFailedInChromium,
  iceFailedInFirefox,
  state,
  statistics,
  waitedForIce,
  watch,
} from './testing/literalConnection.ts';
import { ended, logOf, runOf, verdict } from './testing/literalLog.ts';

const offered = description('local', goodOffer);
const answered = (...candidates: readonly string[]) => description('remote', answerWith(...candidates));
const reachable = answered('1 udp 1 192.0.2.7 50000 typ host');
const host = candidate('host');
const gathered = state('gathering', 'complete');

test('checks without any answer prove an unreachable far end: Chromium', () => {
  const log = failedLog(
    chromium,
    [
      offered,
      host,
      reachable,
      state('ice', 'checking', 1_000),
      statistics('failed', { sent: 6, packets: 0, at: 16_200 }),
    ],
    iceFailedInChromium,
  );
  expect(verdict(log)).toEqual({
    is: 'ice.unreachable/no-answer',
    certainty: 'proved',
    step: 'connection',
    evidence: ['e6', 'e5', 'e7'],
  });
  const [first] = diagnose(log);
  expect(first?.cause).toContain('6 connection checks');
  expect(first?.discrepancies[0]?.promisedBy).toBe('WebRTC');
});

test('checks without any answer: Firefox, which ends DTLS and the channel with ICE', () => {
  const entries = [
    offered,
    host,
    reachable,
    state('ice', 'checking', 1_012),
    state('connection', 'failed', 12_115),
    channel('close'),
    state('ice', 'failed', 12_316),
    statistics('failed', { sent: 'uncounted', pair: 'failed', dtls: 'failed', at: 12_400 }),
  ];
  for (const failure of [
    iceFailedInFirefox,
    { reason: 'dtls', dtlsState: 'failed' },
    { reason: 'channel', event: 'close' },
  ] as const) {
    const log = failedLog(firefox, entries, failure);
    expect(verdict(log)).toMatchObject({ is: 'ice.unreachable/no-answer', certainty: 'likely' });
    const [first] = diagnose(log);
    expect(first?.cause).toMatch(/^The browser checked the addresses of the answer, and none answered/);
    expect(first?.evidence[0]?.says).toBe('1 pair tried, 0 answers');
  }
});

test.each([
  [chromium, [gathered], waitedForIce],
  [firefox, [gathered, state('connection', 'failed', 5_025)], iceFailedInFirefox],
] as const)('an answer without candidates leads nowhere', (run, states, failure) => {
  const log = failedLog(run, [offered, host, answered(), ...states], failure);
  expect(verdict(log)).toEqual({
    is: 'ice.nocand/answer',
    certainty: 'proved',
    step: 'call',
    evidence: ['e4', `e${5 + states.length}`],
  });
});

const low = answered('1 udp 1 192.168.1.9 9 typ host', '1 udp 1 192.168.1.9 443 typ host');

test('ports below 1024, which Chromium drops and Firefox tries', () => {
  expect(verdict(failedLog(chromium, [offered, host, low], waitedForIce))).toEqual({
    is: 'ice.port-low/below-1024',
    certainty: 'proved',
    step: 'call',
    evidence: ['e4', 'e5'],
  });
  const tried = [offered, host, low, state('ice', 'checking', 100), state('ice', 'failed', 11_117)];
  expect(verdict(failedLog(firefox, tried, iceFailedInFirefox))).toMatchObject({
    is: 'ice.port-low/below-1024',
    certainty: 'likely',
  });
});

test('of a low port, that no check went out is said only where checks are counted', () => {
  const waited = (sent: 0 | 'uncounted') =>
    failedLog(chromium, [offered, host, low, statistics('failed', { sent })], waitedForIce);
  expect(verdict(waited(0))?.certainty).toBe('proved');
  expect(verdict(waited('uncounted'))).toMatchObject({
    is: 'ice.port-low/below-1024',
    certainty: 'likely',
  });
});

test('port 443 on a public address is an ordinary one', () => {
  const log = failedLog(
    chromium,
    [
      offered,
      host,
      answered('1 udp 1 203.0.113.5 443 typ host'),
      state('ice', 'checking'),
      statistics('failed', { sent: 17 }),
    ],
    iceFailedInChromium,
  );
  expect(verdict(log)?.is).toBe('ice.unreachable/no-answer');
});

const named = answered('1 udp 1 sfu.invalid 50000 typ host');

test('names that are not found, and names that relay only never looks up', () => {
  expect(verdict(failedLog(chromium, [offered, host, named], waitedForIce))).toEqual({
    is: 'ice.hostname/unresolved',
    certainty: 'likely',
    step: 'call',
    evidence: ['e4', 'e5'],
  });
  const relayed = failedLog(
    { ...chromium, policy: 'relay' },
    [offered, candidate('relay'), named],
    waitedForIce,
  );
  expect(verdict(relayed)?.is).toBe('ice.hostname/relay');
});

test('a .local name that was found is checked, and then unreachable', () => {
  const log = failedLog(
    chromium,
    [
      offered,
      host,
      answered('1 udp 1 5dd5dec9.local 50000 typ host'),
      state('ice', 'checking'),
      statistics('failed', { sent: 6 }),
    ],
    iceFailedInChromium,
  );
  expect(verdict(log)?.is).toBe('ice.unreachable/no-answer');
});

test('a name that was found is checked, even where no statistics say so', () => {
  const log = failedLog(chromium, [offered, host, named, state('ice', 'checking')], iceFailedInChromium);
  expect(verdict(log)?.is).toBe('ice.unreachable/no-answer');
});

const found = answered('0 1 UDP 2122187007 0fcb522c-6110-4589-9d3a-53fbc3df59a6.local 60262 typ host');

test('a .local name that was found makes a pair in Firefox, which counts no checks', () => {
  const unanswered = statistics('failed', { sent: 0, pair: 'in-progress', dtls: 'new', at: 2_742 });
  const log = failedLog(firefox, [offered, host, found, unanswered], waitedForIce);
  expect(verdict(log)?.is).not.toBe('ice.hostname/unresolved');
  const checked = failedLog(
    firefox,
    [offered, host, found, state('ice', 'checking', 303), unanswered],
    waitedForIce,
  );
  expect(verdict(checked)).toMatchObject({ is: 'ice.unreachable/no-answer', certainty: 'likely' });
});

test('only how long Firefox tried tells a wrong password from silence', () => {
  const log = failedLog(
    firefox,
    [
      offered,
      host,
      found,
      state('ice', 'checking', 390),
      state('dtls', 'failed', 14_540),
      state('ice', 'failed', 14_543),
      statistics('failed', { sent: 0, pair: 'failed', dtls: 'failed', at: 14_551 }),
    ],
    { reason: 'dtls', dtlsState: 'failed' },
  );
  expect(verdict(log)).toMatchObject({ is: 'ice.badpwd/password', certainty: 'likely' });
});

test('a name that is not found is never checked in Firefox, and given up after 5 s', () => {
  const log = failedLog(
    firefox,
    [
      offered,
      host,
      named,
      state('dtls', 'failed', 5_188),
      state('ice', 'failed', 5_188),
      state('connection', 'failed', 5_189),
    ],
    { reason: 'dtls', dtlsState: 'failed' },
  );
  expect(verdict(log)).toMatchObject({ is: 'ice.hostname/unresolved', certainty: 'likely' });
});

test('passive TCP where nothing listens fails at once', () => {
  const log = failedLog(
    chromium,
    [
      offered,
      host,
      answered('1 tcp 1 127.0.0.1 5999 typ host tcptype passive'),
      state('ice', 'checking', 136),
      state('ice', 'disconnected', 138),
      state('connection', 'failed', 138),
    ],
    iceFailedInChromium,
  );
  expect(verdict(log)).toEqual({
    is: 'ice.tcp-only-dead/passive',
    certainty: 'proved',
    step: 'call',
    evidence: ['e4', 'e5', 'e8'],
  });
});

test('packets that arrive though no pair works: the password is wrong', () => {
  const log = failedLog(
    chromium,
    [
      offered,
      host,
      reachable,
      state('ice', 'checking', 700),
      statistics('failed', { sent: 30, packets: 18, at: 15_736 }),
    ],
    iceFailedInChromium,
  );
  expect(verdict(log)).toEqual({
    is: 'ice.badpwd/password',
    certainty: 'likely',
    step: 'call',
    evidence: ['e6', 'e5', 'e4', 'e7'],
  });
  expect(diagnose(log).map(({ code }) => code)).toEqual(['ice.badpwd']);
});

test('the password is wrong in Firefox, which only gives up 3 s later', () => {
  const log = failedLog(
    firefox,
    [offered, host, reachable, state('ice', 'checking', 63), state('ice', 'failed', 14_386)],
    iceFailedInFirefox,
  );
  expect(verdict(log)).toMatchObject({ is: 'ice.badpwd/password', certainty: 'likely' });
});

test.each([
  [chromium, { reason: 'dtls', dtlsState: 'failed' }],
  [firefox, { reason: 'dtls', dtlsState: 'failed' }],
  [firefox, { reason: 'channel', event: 'close' }],
] as const)('DTLS that fails over a working pair is a wrong fingerprint', (run, failure) => {
  const log = failedLog(
    run,
    [
      offered,
      reachable,
      state('ice', 'checking', 70),
      state('ice', 'connected', 71),
      state('connection', 'failed', 74),
      state('dtls', 'failed', 74),
      statistics('failed', { sent: 5, answered: 5, pair: 'succeeded', packets: 5, dtls: 'failed' }),
    ],
    failure,
  );
  expect(verdict(log)).toEqual({
    is: 'dtls.fingerprint/mismatch',
    certainty: 'likely',
    step: 'call',
    evidence: ['e5', 'e8', 'e3', 'e9'],
  });
});

test('DTLS that is only waited for remains unexplained', () => {
  const log = failedLog(chromium, [reachable, state('ice', 'connected')], {
    reason: 'timeout',
    limit: 30_000,
    waitingFor: 'dtls',
  });
  expect(verdict(log)?.is).toBe('connection.unexplained/dtls');
});

test('a channel that the far end closes: Chromium gives the cause', () => {
  const aborted = {
    name: 'OperationError',
    message: 'User-Initiated Abort, reason=Close called',
    errorDetail: 'sctp-failure',
    sctpCauseCode: 12,
  };
  const log = failedLog(
    chromium,
    [reachable, channel('open'), channel('closing'), channel('close', aborted), channel('close')],
    { reason: 'channel', event: 'error', error: aborted },
  );
  expect(verdict(log)).toEqual({
    is: 'dc.remote-close/closed',
    certainty: 'proved',
    step: 'connection',
    evidence: ['e3', 'e5', 'e7'],
  });
});

test('a channel that the far end closes: Firefox gives no error, also after the session was connected', () => {
  const failure = { reason: 'channel', event: 'close' } as const;
  const log = logOf(
    'rest',
    channel('open'),
    { kind: 'run', state: 'connected' },
    channel('closing'),
    channel('close'),
    { kind: 'connection-failure', step: 'connection', failure },
    ...ended('connection', 'e6'),
  );
  expect(verdict(log)).toEqual({
    is: 'dc.remote-close/closed',
    certainty: 'likely',
    step: 'connection',
    evidence: ['e2', 'e4', 'e6'],
  });
});

test('a channel that never opened remains unexplained', () => {
  const log = failedLog(chromium, [reachable, state('ice', 'connected')], {
    reason: 'channel',
    event: 'close',
  });
  expect(verdict(log)?.is).toBe('connection.unexplained/channel');
});

test('an open channel without session.created', () => {
  const log = failedLog(chromium, [reachable, state('ice', 'connected'), channel('open')], {
    reason: 'timeout',
    limit: 30_000,
    waitingFor: 'session.created',
  });
  expect(verdict(log)).toEqual({
    is: 'app.no-session/silent',
    certainty: 'proved',
    step: 'connection',
    evidence: ['e4', 'e5'],
  });
  expect(diagnose(log)[0]?.cause).toContain('no message at all');
});

const stood = [
  description('remote', goodAnswer),
  state('ice', 'connected', 100),
  state('connection', 'connected', 120),
  channel('open'),
  { kind: 'run', state: 'connected', at: 300 } as const,
  statistics('connected', { sent: 5, answered: 5, pair: 'succeeded', packets: 40, at: 310 }),
];

test('packets that stop in the middle of a session', () => {
  const log = failedLog(
    chromium,
    [
      ...stood,
      state('ice', 'disconnected', 9_000),
      statistics('failed', { sent: 20, answered: 5, pair: 'succeeded', packets: 40, at: 19_000 }),
    ],
    iceFailedInChromium,
  );
  expect(verdict(log)).toEqual({
    is: 'net.loss/mid-call',
    certainty: 'proved',
    step: 'connection',
    evidence: ['e5', 'e8', 'e9', 'e10'],
  });
  expect(diagnose(log)[0]?.discrepancies[0]?.observed).toContain('at the first “disconnected”');
});

test('loss that goes on in a connected session is a verdict already, and ends when packets come back', () => {
  const lost = [...stood, state('ice', 'disconnected', 9_000)];
  expect(verdict(runOf(chromium, ...lost))).toMatchObject({ is: 'net.loss/mid-call', certainty: 'likely' });
  expect(diagnose(runOf(chromium, ...lost, state('ice', 'connected', 12_000)))).toEqual([]);
});

test('a silence alone is a loss where checks are counted, and only foreseen in Firefox until it is disconnected', () => {
  const silent = [...stood, { ...watch('checks', 'net.loss'), at: 12_000 }];
  expect(verdict(runOf(chromium, ...silent))).toMatchObject({ is: 'net.loss/mid-call', certainty: 'likely' });
  expect(diagnose(runOf(firefox, ...silent))).toEqual([]);
  expect(verdict(runOf(firefox, ...silent, state('ice', 'disconnected', 13_000)))?.is).toBe(
    'net.loss/mid-call',
  );
});

test('packets that come again after the failure: only an ICE restart helps', () => {
  const log = failedLog(
    chromium,
    [...stood, state('ice', 'disconnected', 9_000), statistics('failed', { packets: 44, at: 25_000 })],
    iceFailedInChromium,
  );
  expect(verdict(log)).toEqual({
    is: 'net.restart-needed/after-failed',
    certainty: 'likely',
    step: 'connection',
    evidence: ['e8', 'e9', 'e10'],
  });
});

/** Fails of a lost network; then these looks at the session’s own server, from e13 on. */
function lostThenLooked(...looked: readonly boolean[]) {
  const failed = failedLog(
    chromium,
    [
      ...stood,
      state('ice', 'disconnected', 9_000),
      statistics('failed', { sent: 20, answered: 5, pair: 'succeeded', packets: 40, at: 19_000 }),
    ],
    iceFailedInChromium,
  );
  const looks = looked.map((isAnswered, index) => ({
    kind: 'note' as const,
    topic: 'network-look' as const,
    url: 'stun:192.0.2.1:3478',
    answered: isAnswered,
    after: 1_500 + index * 4_000,
    id: `e${failed.length + 1 + index}`,
    at: 21_000 + index * 4_000,
    attempt: 1,
  }));
  return [...failed, ...looks];
}

test('a server that was silent at the failure and then answers proves that the network is back', () => {
  expect(verdict(lostThenLooked(false))?.is).toBe('net.loss/mid-call');
  const log = lostThenLooked(false, true);
  expect(verdict(log)).toEqual({
    is: 'net.restart-needed/after-failed',
    certainty: 'proved',
    step: 'connection',
    evidence: ['e8', 'e13', 'e14', 'e10'],
  });
  expect(diagnose(log)[0]?.cause).toContain('stun:192.0.2.1:3478 answers again, 5.5 s after the failure');
});

test('a server that answers at once acquits the network: it is the far end that fell silent', () => {
  const log = lostThenLooked(true);
  expect(verdict(log)).toEqual({
    is: 'net.loss/far-end-silent',
    certainty: 'likely',
    step: 'connection',
    evidence: ['e8', 'e13', 'e10'],
  });
  expect(diagnose(log)[0]?.actor).toBe('far-end');
});

const nearby = answered('1 udp 1 192.168.1.9 50000 typ host', '1 udp 1 fd00::2 50000 typ host');
const access = (permission: 'granted' | 'denied' | 'prompt') =>
  ({ kind: 'note', step: 'connection', topic: 'local-access', permission }) as const;

test('local addresses that Chromium never tries want for the permission', () => {
  const denied = failedLog(chromium, [offered, host, nearby, access('denied')], waitedForIce);
  expect(verdict(denied)).toEqual({
    is: 'ice.lna/refused',
    certainty: 'proved',
    step: 'connection',
    evidence: ['e4', 'e5', 'e6'],
  });
  const prompted = failedLog(chromium, [offered, host, nearby, access('prompt')], waitedForIce);
  expect(verdict(prompted)).toMatchObject({ is: 'ice.lna/refused', certainty: 'likely' });
  expect(verdict(failedLog(chromium, [offered, host, nearby], waitedForIce))).toMatchObject({
    is: 'ice.lna/refused',
    certainty: 'likely',
    evidence: ['e4', 'e5'],
  });
});

test('with the permission, with an address elsewhere, after a check, or in Firefox it is not that', () => {
  const elsewhere = answered('1 udp 1 192.168.1.9 50000 typ host', '1 udp 1 203.0.113.5 50000 typ host');
  const is = (...[run, ...entries]: readonly [typeof chromium, ...Parameters<typeof failedLog>[1]]) =>
    verdict(failedLog(run, [offered, host, ...entries], waitedForIce))?.is;
  expect(is(chromium, nearby, access('granted'))).toBe('connection.unexplained/ice');
  expect(is(chromium, elsewhere)).toBe('connection.unexplained/ice');
  expect(is(chromium, nearby, state('ice', 'checking'))).not.toBe('ice.lna/refused');
  expect(is(firefox, nearby)).not.toBe('ice.lna/refused');
});

const slept = { kind: 'sleep', wallClock: 600_000, monotonic: 1_000, late: 0 } as const;

test('a machine that slept outranks what its sleep caused', () => {
  const entries = [offered, host, reachable, state('ice', 'checking', 1_000), { ...slept, at: 10_000 }];
  const unanswered = statistics('failed', { sent: 6, packets: 0, at: 16_000 });
  const log = failedLog(chromium, [...entries, unanswered], waitedForIce);
  expect(verdict(log)).toEqual({
    is: 'clock.sleep/suspended',
    certainty: 'proved',
    step: 'connection',
    evidence: ['e6', 'e8'],
  });
  expect(diagnose(log)[0]?.cause).toContain('the computer slept for about 10 min');
});

test('where both clocks went on, nobody claims to know what held the page', () => {
  const held = { kind: 'sleep', wallClock: 8_000, monotonic: 8_000, late: 7_000, at: 10_000 } as const;
  const entries = [offered, host, reachable, state('ice', 'checking', 1_000), held];
  const unanswered = statistics('failed', { sent: 6, packets: 0, at: 16_000 });
  const [diagnosis] = diagnose(failedLog(chromium, [...entries, unanswered], waitedForIce));
  expect(diagnosis?.code).toBe('clock.sleep');
  expect(diagnosis?.cause).toContain('Nothing ran in this page for about 7.0 s');
  expect(diagnosis?.cause).toContain('its clocks do not tell which');
});

test('a sleep long before the failure did not cause it', () => {
  const log = failedLog(
    chromium,
    [
      { ...slept, at: 1_000 },
      { kind: 'step', step: 'connection', state: 'running', at: 60_000 },
      offered,
      host,
      reachable,
      state('ice', 'checking', 61_000),
      statistics('failed', { sent: 6, packets: 0, at: 76_000 }),
    ],
    iceFailedInChromium,
  );
  expect(verdict(log)?.is).toBe('ice.unreachable/no-answer');
});

test('a sleep before the step that failed did not cause it either', () => {
  const log = failedLog(
    chromium,
    [
      { ...slept, at: 40_000 },
      { kind: 'step', step: 'connection', state: 'running', at: 60_000 },
      reachable,
      state('ice', 'checking', 61_000),
      statistics('failed', { sent: 6, packets: 0, at: 76_000 }),
    ],
    iceFailedInChromium,
  );
  expect(verdict(log)?.is).toBe('ice.unreachable/no-answer');
});

test('a browser without WebRTC', () => {
  const failure = { reason: 'unsupported', missing: 'RTCPeerConnection' } as const;
  expect(verdict(failedLog(chromium, [], failure, 'offer'))).toEqual({
    is: 'browser.no-webrtc/absent',
    certainty: 'proved',
    step: 'offer',
    evidence: ['e2'],
  });
});
