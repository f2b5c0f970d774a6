import { expect, test } from 'vitest';
import { diagnose } from '../diagnosis/diagnose.ts';
import { inWords } from '../diagnosis/testing/inWords.ts';
import {
  answerWith,
  candidate,
  chromium,
  description,
  failedLog,
  firefox,
  iceFailedInChromium,
  iceFailedInFirefox,
  state,
  statistics,
  waitedForIce,
} from '../diagnosis/testing/literalConnection.ts';
import { verdict } from '../diagnosis/testing/literalLog.ts';

const host = candidate('host');
const answered = (...candidates: readonly string[]) => description('remote', answerWith(...candidates));
const reachable = answered('1 udp 1 192.0.2.7 50000 typ host', '1 udp 1 192.0.2.8 50000 typ host');
const checking = state('ice', 'checking', 1_000);

test('ice.unreachable counts the checks that went out and the pairs that they went over', () => {
  const log = failedLog(
    chromium,
    [host, reachable, checking, statistics('failed', { sent: 6, packets: 0, at: 16_000 })],
    iceFailedInChromium,
  );
  expect(inWords(diagnose(log))).toEqual({
    is: 'ice.unreachable/no-answer',
    certainty: 'proved',
    actor: 'network',
    cause: '6 connection checks went out over 1 candidate pair, and not one was answered within 15 s.',
    remedy:
      'A firewall that blocks UDP is the usual reason: try another network, or allow UDP to the media servers. The documented ICE list has TURN over UDP only, so such a network has no way round.',
    causedBy: 'connection e6',
    evidence: [
      'e5 6 checks sent, 0 answers',
      'e4 the checks began here',
      'e6 connectionState failed, iceConnectionState disconnected',
    ],
    ruledOut: [
      'ice.nocand/answer: the answer has 2 candidates',
      'ice.badpwd/password: no packet at all came back',
      'dtls.fingerprint/mismatch: no pair ever worked, so DTLS never began',
    ],
    beside: [],
  });
});

test('ice.unreachable in Firefox says what is known: the addresses were tried', () => {
  const log = failedLog(
    { ...firefox, policy: 'relay' },
    [candidate('relay'), reachable, checking, statistics('failed', { sent: 'uncounted', at: 11_900 })],
    iceFailedInFirefox,
  );
  expect(inWords(diagnose(log))).toEqual({
    is: 'ice.unreachable/no-answer',
    certainty: 'likely',
    actor: 'network',
    cause: 'The browser checked the addresses of the answer, and none answered within 11 s.',
    remedy:
      'A firewall that blocks UDP is the usual reason: try another network, or allow UDP to the media servers. The documented ICE list has TURN over UDP only, so such a network has no way round. The policy “relay” also excludes the direct way.',
    causedBy: 'connection e6',
    evidence: [
      'e5 1 pair tried, 0 answers',
      'e4 the checks began here',
      'e6 connectionState failed, iceConnectionState failed',
    ],
    ruledOut: [
      'ice.nocand/answer: the answer has 2 candidates',
      'ice.badpwd/password: no packet at all came back',
      'dtls.fingerprint/mismatch: no pair ever worked, so DTLS never began',
    ],
    beside: [],
  });
});

test('ice.unreachable without a change to “checking” has the checks alone to tell', () => {
  const log = failedLog(chromium, [reachable, statistics('failed', { sent: 1, packets: 0 })], waitedForIce);
  expect(inWords(diagnose(log))).toEqual({
    is: 'ice.unreachable/no-answer',
    certainty: 'proved',
    actor: 'network',
    cause: '1 connection check went out over 1 candidate pair, and not one was answered.',
    remedy:
      'A firewall that blocks UDP is the usual reason: try another network, or allow UDP to the media servers. The documented ICE list has TURN over UDP only, so such a network has no way round.',
    causedBy: 'connection e4',
    evidence: ['e3 1 check sent, 0 answers', 'e4 30 s passed while waiting for ice'],
    ruledOut: [
      'ice.nocand/answer: the answer has 2 candidates',
      'ice.badpwd/password: no packet at all came back',
      'dtls.fingerprint/mismatch: no pair ever worked, so DTLS never began',
    ],
    beside: [],
  });
});

test.each([
  ['without any check', []],
  ['with a check that was answered', [checking, statistics('failed', { sent: 6, answered: 1 })]],
  ['with a packet that came in', [checking, statistics('sample', { packets: 1 })]],
  ['after a pair that worked', [checking, state('ice', 'connected')]],
])('a far end is not called unreachable %s', (_, entries) => {
  const codes = diagnose(failedLog(chromium, [host, reachable, ...entries], waitedForIce)).map(
    ({ code }) => code,
  );
  expect(codes).not.toContain('ice.unreachable');
});

test('ice.badpwd counts the packets that arrived and the checks that nobody answered', () => {
  const log = failedLog(
    chromium,
    [reachable, checking, statistics('failed', { sent: 30, packets: 18, at: 15_700 })],
    iceFailedInChromium,
  );
  expect(inWords(diagnose(log))).toEqual({
    is: 'ice.badpwd/password',
    certainty: 'likely',
    actor: 'far-end',
    cause:
      '18 packets arrived from the far end, so the network is open; yet none of 30 connection checks was answered. The far end throws them away, because their signature is wrong.',
    remedy:
      'Report the answer with the correlation id of the call. Usual reasons: the answer of another session, an answer that was cached, SDP that was edited on the way.',
    causedBy: 'call e2',
    evidence: [
      'e4 18 packets arrived, and no pair works',
      'e3 the checks began here',
      'e2 the answer, with the ice-pwd in question',
      'e5 connectionState failed, iceConnectionState disconnected',
    ],
    ruledOut: [
      'ice.unreachable/no-answer: packets of the far end arrived',
      'net.udp-blocked/relay-silent: packets arrive over UDP',
      'dtls.fingerprint/mismatch: no pair ever worked, so DTLS never began',
    ],
    beside: [],
  });
});

test('ice.badpwd where checks are not counted, without an answer in the log', () => {
  const remote = {
    kind: 'candidate',
    side: 'remote',
    candidate: 'candidate:1 1 udp 1 192.0.2.7 5 typ host',
  } as const;
  const log = failedLog(
    chromium,
    [remote, checking, statistics('failed', { packets: 1 })],
    iceFailedInChromium,
  );
  expect(inWords(diagnose(log))).toEqual({
    is: 'ice.badpwd/password',
    certainty: 'likely',
    actor: 'far-end',
    cause:
      '1 packet arrived from the far end, so the network is open; yet none of the connection checks was answered. The far end throws them away, because their signature is wrong.',
    remedy:
      'Report the answer with the correlation id of the call. Usual reasons: the answer of another session, an answer that was cached, SDP that was edited on the way.',
    causedBy: 'connection e5',
    evidence: [
      'e4 1 packet arrived, and no pair works',
      'e3 the checks began here',
      'e5 connectionState failed, iceConnectionState disconnected',
    ],
    ruledOut: [
      'ice.unreachable/no-answer: packets of the far end arrived',
      'net.udp-blocked/relay-silent: packets arrive over UDP',
      'dtls.fingerprint/mismatch: no pair ever worked, so DTLS never began',
    ],
    beside: [],
  });
});

test('ice.badpwd in Firefox is read from how long it tried', () => {
  const log = failedLog(firefox, [reachable, checking, state('ice', 'failed', 15_400)], iceFailedInFirefox);
  expect(inWords(diagnose(log))).toEqual({
    is: 'ice.badpwd/password',
    certainty: 'likely',
    actor: 'far-end',
    cause:
      'No check was answered, and Firefox gave up later than it does where nothing comes back at all (14 s instead of 11 s): checks of the far end must have come in.',
    remedy:
      'Report the answer with the correlation id of the call. Usual reasons: the answer of another session, an answer that was cached, SDP that was edited on the way.',
    causedBy: 'call e2',
    evidence: [
      'e3 the checks began here',
      'e2 the answer, with the ice-pwd in question',
      'e5 connectionState failed, iceConnectionState failed',
    ],
    ruledOut: [
      'net.udp-blocked/relay-silent: packets arrive over UDP',
      'dtls.fingerprint/mismatch: no pair ever worked, so DTLS never began',
    ],
    beside: ['ice.unreachable/no-answer'],
  });
});

test.each([
  [firefox, 13_800, 'ice.unreachable/no-answer'],
  [firefox, 13_801, 'ice.badpwd/password'],
  [firefox, 17_999, 'ice.badpwd/password'],
  [firefox, 18_000, 'ice.unreachable/no-answer'],
  [chromium, 15_400, 'ice.unreachable/no-answer'],
])('%s, failed at %d ms: %s', (run, at, is) => {
  expect(
    verdict(failedLog(run, [reachable, checking, state('ice', 'failed', at)], iceFailedInFirefox))?.is,
  ).toBe(is);
  expect(
    verdict(failedLog(run, [reachable, checking, state('connection', 'failed', at)], iceFailedInFirefox))?.is,
  ).toBe(is);
});

test.each([
  ['the answer has no candidates', [answered(), checking, statistics('failed', { sent: 3, packets: 2 })]],
  ['a check was answered', [reachable, checking, statistics('failed', { sent: 3, answered: 1, packets: 2 })]],
  ['no check was made', [reachable, statistics('failed', { sent: 0, packets: 2 })]],
  ['no packet came', [reachable, checking, statistics('failed', { sent: 3, packets: 0 })]],
  ['Firefox gave up without having checked', [reachable, state('ice', 'failed', 15_400)]],
])('the password is not blamed where %s', (_, entries) => {
  for (const run of [chromium, firefox]) {
    const codes = diagnose(failedLog(run, entries, iceFailedInFirefox)).map(({ code }) => code);
    expect(codes).not.toContain('ice.badpwd');
  }
});
