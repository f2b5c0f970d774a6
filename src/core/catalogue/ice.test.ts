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
const checking = state('ice', 'checking', 1_000);

test('ice.nocand in Chromium, which then waits for ever', () => {
  const log = failedLog(chromium, [host, answered()], waitedForIce);
  expect(inWords(diagnose(log))).toEqual({
    is: 'ice.nocand/answer',
    certainty: 'proved',
    actor: 'orga',
    cause:
      'The SDP answer has no a=candidate line, and none can follow: the API has no trickle ICE. Chromium then stays in the state “new” for ever, without an event.',
    remedy:
      'Report the answer with the correlation id of the call: the far end sent it before it had gathered. Nothing on this side can help.',
    causedBy: 'call e3',
    evidence: ['e3 no a=candidate line in it', 'e4 30 s passed while waiting for ice'],
    ruledOut: [
      'ice.unreachable/no-answer: there was no address to send a check to',
      'ice.port-low/below-1024: there is no candidate with any port',
    ],
    beside: [],
  });
});

test('ice.nocand where the browser gave up by itself', () => {
  const gaveUp = failedLog(chromium, [host, answered()], iceFailedInFirefox);
  expect(diagnose(gaveUp)[0]?.cause).toEqual(
    'The SDP answer has no a=candidate line, and none can follow: the API has no trickle ICE. The browser gave up, as Firefox does after 5 s.',
  );
  const inFirefox = failedLog(firefox, [host, answered()], waitedForIce);
  expect(diagnose(inFirefox)[0]?.cause).toEqual(
    'The SDP answer has no a=candidate line, and none can follow: the API has no trickle ICE. The browser gave up, as Firefox does after 5 s.',
  );
});

test.each([
  ['an answer that is no SDP', [description('remote', 'hello')]],
  ['no answer', []],
  ['an offer in the place of the answer', [answered(), description('remote', answerWith(), 'offer')]],
  [
    'candidates that came beside the answer',
    [
      answered(),
      { kind: 'candidate', side: 'remote', candidate: 'candidate:1 1 udp 1 192.0.2.7 5 typ host' },
    ],
  ],
] as const)('%s is not called an answer without candidates', (_, entries) => {
  const codes = diagnose(failedLog(chromium, [host, ...entries], waitedForIce)).map(({ code }) => code);
  expect(codes).not.toContain('ice.nocand');
});

test('ice.port-low in Chromium, which drops the candidates', () => {
  const low = answered(
    '1 udp 1 192.0.2.7 9 typ host',
    '1 udp 1 192.0.2.8 9 typ host',
    '1 udp 1 10.0.0.1 80 typ host',
  );
  const log = failedLog(chromium, [host, low], waitedForIce);
  expect(inWords(diagnose(log))).toEqual({
    is: 'ice.port-low/below-1024',
    certainty: 'proved',
    actor: 'far-end',
    cause:
      'The answer offers port 9, 80 only. The browser dropped it without a word: no check was sent, no event came.',
    remedy:
      'Report the answer with the correlation id of the call: the media server must announce a port above 1023 (or 80 or 443 on a public address).',
    causedBy: 'call e3',
    evidence: ['e3 only port 9, 80 in it', 'e4 30 s passed while waiting for ice'],
    ruledOut: [
      'ice.nocand/answer: the answer has candidates',
      'ice.unreachable/no-answer: no check was sent that could have been answered',
    ],
    beside: [],
  });
});

test('ice.port-low in Firefox, which tries them', () => {
  const low = answered('1 udp 1 192.0.2.7 1023 typ host');
  const log = failedLog(firefox, [host, low, checking], iceFailedInFirefox);
  expect(inWords(diagnose(log))).toEqual({
    is: 'ice.port-low/below-1024',
    certainty: 'likely',
    actor: 'far-end',
    cause:
      'The answer offers port 1023 only. This browser tried it and got no answer; Chromium would drop it without a word.',
    remedy:
      'Report the answer with the correlation id of the call: the media server must announce a port above 1023 (or 80 or 443 on a public address).',
    causedBy: 'call e3',
    evidence: ['e3 only port 1023 in it', 'e5 connectionState failed, iceConnectionState failed'],
    ruledOut: ['ice.nocand/answer: the answer has candidates'],
    beside: ['ice.unreachable/no-answer'],
  });
});

test('ice.hostname names a name of the answer', () => {
  const named = answered('1 udp 1 sfu.example 50000 typ host', '1 udp 1 5dd5dec9.local 50000 typ host');
  const log = failedLog(chromium, [host, named], waitedForIce);
  expect(inWords(diagnose(log))).toEqual({
    is: 'ice.hostname/unresolved',
    certainty: 'likely',
    actor: 'far-end',
    cause:
      'The answer’s candidates are names, such as “sfu.example”, and no addresses. None of them was found, so no check was sent.',
    remedy:
      'Report the answer with the correlation id of the call: a server must announce IP addresses. A .local name means that the far end is a browser or hides its address (mDNS).',
    causedBy: 'call e3',
    evidence: ['e3 “sfu.example” in the place of an address', 'e4 30 s passed while waiting for ice'],
    ruledOut: [
      'ice.nocand/answer: the answer has candidates',
      'ice.unreachable/no-answer: no check was sent',
      'ice.port-low/below-1024: it is not the port that keeps them from use',
    ],
    beside: [],
  });
});

test('ice.hostname with relay only: browsers look no name up', () => {
  const named = answered('1 udp 1 sfu.example 50000 typ host');
  const log = failedLog({ ...chromium, policy: 'relay' }, [candidate('relay'), named], waitedForIce);
  expect(inWords(diagnose(log))).toEqual({
    is: 'ice.hostname/relay',
    certainty: 'likely',
    actor: 'far-end',
    cause:
      'The answer’s candidates are names, such as “sfu.example”, and no addresses. With iceTransportPolicy “relay” browsers do not look names up at all, by design.',
    remedy: 'Use the policy “all”, or let the far end announce IP addresses.',
    causedBy: 'call e3',
    evidence: ['e3 “sfu.example” in the place of an address', 'e4 30 s passed while waiting for ice'],
    ruledOut: [
      'ice.nocand/answer: the answer has candidates',
      'ice.unreachable/no-answer: no check was sent',
      'ice.port-low/below-1024: it is not the port that keeps them from use',
    ],
    beside: [],
  });
  const none = failedLog({ ...chromium, policy: 'relay' }, [named], waitedForIce);
  expect(diagnose(none).map(({ code }) => code)).not.toContain('ice.hostname');
});

test('a name that made a pair was found', () => {
  const named = answered('1 udp 1 sfu.example 50000 typ host');
  const log = failedLog(chromium, [host, named, statistics('failed', { sent: 0 })], waitedForIce);
  expect(diagnose(log).map(({ code }) => code)).not.toContain('ice.hostname');
});

test('ice.tcp-only-dead where the connection was refused at once', () => {
  const log = failedLog(
    chromium,
    [
      host,
      answered('1 tcp 1 192.0.2.8 5999 typ host tcptype passive'),
      checking,
      state('ice', 'disconnected', 5_898),
    ],
    iceFailedInChromium,
  );
  expect(inWords(diagnose(log))).toEqual({
    is: 'ice.tcp-only-dead/passive',
    certainty: 'proved',
    actor: 'far-end',
    cause:
      'The answer offers one TCP candidate (192.0.2.8:5999) and nothing over UDP. ICE failed at once, as it does where the connection is refused.',
    remedy:
      'Check that the media server listens there, and that its firewall lets TCP in. UDP candidates beside it are the rule.',
    causedBy: 'call e3',
    evidence: [
      'e3 passive TCP candidates only',
      'e4 the checks began here',
      'e6 connectionState failed, iceConnectionState disconnected',
    ],
    ruledOut: [
      'ice.nocand/answer: the answer has candidates',
      'net.udp-blocked/relay-silent: the far end is to be reached over TCP only',
    ],
    beside: ['ice.unreachable/no-answer'],
  });
});

test('ice.tcp-only-dead where it took 5 s or more is only likely', () => {
  const tcp = answered(
    '1 tcp 1 192.0.2.8 5999 typ host tcptype passive',
    '1 tcp 1 192.0.2.9 6999 typ host tcptype passive',
  );
  const slow = failedLog(
    chromium,
    [host, tcp, checking, state('ice', 'disconnected', 5_900)],
    iceFailedInChromium,
  );
  expect(inWords(diagnose(slow))).toEqual({
    is: 'ice.tcp-only-dead/passive',
    certainty: 'likely',
    actor: 'far-end',
    cause:
      'The answer offers 2 TCP candidates (192.0.2.8:5999) and nothing over UDP. No connection came about.',
    remedy:
      'Check that the media server listens there, and that its firewall lets TCP in. UDP candidates beside it are the rule.',
    causedBy: 'call e3',
    evidence: [
      'e3 passive TCP candidates only',
      'e4 the checks began here',
      'e6 connectionState failed, iceConnectionState disconnected',
    ],
    ruledOut: [
      'ice.nocand/answer: the answer has candidates',
      'net.udp-blocked/relay-silent: the far end is to be reached over TCP only',
    ],
    beside: ['ice.unreachable/no-answer'],
  });
  const unseen = failedLog(chromium, [host, tcp], waitedForIce);
  expect(verdict(unseen)).toEqual({
    is: 'ice.tcp-only-dead/passive',
    certainty: 'likely',
    step: 'call',
    evidence: ['e3', 'e4'],
  });
});

test.each([
  ['an address over UDP', '1 udp 1 192.0.2.7 50000 typ host'],
  ['a name', '1 udp 1 sfu.example 50000 typ host'],
])('beside %s TCP is not the only way', (_, other) => {
  const tcp = '1 tcp 1 192.0.2.8 5999 typ host tcptype passive';
  const log = failedLog(chromium, [host, answered(tcp, other), checking], iceFailedInChromium);
  expect(diagnose(log).map(({ code }) => code)).not.toContain('ice.tcp-only-dead');
});
