import { expect, test } from 'vitest';
import { diagnose } from '../diagnosis/diagnose.ts';
import { inWords } from '../diagnosis/testing/inWords.ts';
import {
  answerWith,
  chromium,
  description,
  failedLog,
  firefox,
  iceFailedInChromium,
  iceFailedInFirefox,
  state,
  statistics,
} from '../diagnosis/testing/literalConnection.ts';
import { verdict } from '../diagnosis/testing/literalLog.ts';

const answered = (...candidates: readonly string[]) => description('remote', answerWith(...candidates));
const reachable = answered('1 udp 1 192.0.2.7 50000 typ host', '1 udp 1 192.0.2.8 50000 typ host');
const checking = state('ice', 'checking', 1_000);

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

test('how long Firefox tried counts from its first check, not from what came before it', () => {
  const log = failedLog(
    firefox,
    [
      reachable,
      state('gathering', 'gathering', 200),
      state('ice', 'new', 300),
      checking,
      state('ice', 'failed', 13_700),
    ],
    iceFailedInFirefox,
  );
  expect(verdict(log)?.is).toBe('ice.unreachable/no-answer');
});
