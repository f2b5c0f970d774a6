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

test('the wait counts from the first check, not from what came before it', () => {
  const log = failedLog(
    chromium,
    [
      reachable,
      state('gathering', 'gathering', 200),
      checking,
      statistics('failed', { sent: 6, at: 15_900 }),
    ],
    iceFailedInChromium,
  );
  expect(diagnose(log)[0]?.cause).toBe(
    '6 connection checks went out over 1 candidate pair, and not one was answered within 15 s.',
  );
});
