import { expect, test } from 'vitest';
import { editAnswer } from '../../../mocks/answerEdits.ts';
import { withOneCandidate, withoutCandidates } from '../../../mocks/farEndSdp.ts';
import type { AnswerEdit } from '../../../mocks/world.ts';
import { lintSdp } from './lintSdp.ts';
import { chromiumAnswer, chromiumOffer } from './testing/chromiumSdp.ts';

/** What each edit of the simulated far end must be found as, if a lint can see it at all. */
const found = {
  'no-final-crlf': 'no-final-crlf',
  'escaped-crlf': 'escaped-crlf',
  truncated: 'truncated',
  'mline-count': 'mline-count',
  'mline-order': 'mline-order',
  mid: 'mid',
  setup: 'setup',
  'no-fp': 'fingerprint',
  'no-ufrag': 'ice-ufrag',
  'no-rtcp-mux': 'rtcp-mux',
  'no-common-codec': 'no-common-codec',
  inactive: 'direction',
  recvonly: 'direction',
  'rejected-dc': 'rejected-channel',
  json: 'not-sdp',
  html: 'not-sdp',
  empty: 'not-sdp',
  'bad-bandwidth': 'line',
} as const satisfies Partial<Record<AnswerEdit, string>>;

function errorsOf(answer: string): readonly string[] {
  const findings = lintSdp({ offer: chromiumOffer, answer });
  return findings.filter(({ severity }) => severity === 'error').map(({ rule }) => rule);
}

test('a browser’s own offer and answer have no error and no warning', () => {
  const findings = lintSdp({ offer: chromiumOffer, answer: chromiumAnswer });
  expect(findings.map(({ rule, severity }) => `${severity} ${rule}`)).toEqual([
    'info mdns-only',
    'info hostname-candidate',
    'info hostname-candidate',
  ]);
});

test.each(Object.entries(found))('the answer edited by %s is found as %s', (edit, rule) => {
  const errors = errorsOf(editAnswer(chromiumAnswer, [edit as AnswerEdit]));
  expect([...new Set(errors)]).toEqual([rule]);
});

test.each([
  ['udp 5 203.0.113.1 9 typ host', 'port-low'],
  ['udp 5 0.0.0.0 9000 typ host', 'address-unspecified'],
  ['tcp 5 203.0.113.1 9 typ host tcptype active', 'tcp-only'],
])('the only candidate %s is an error of %s', (candidate, rule) => {
  expect(errorsOf(withOneCandidate(chromiumAnswer, candidate))).toEqual([rule]);
});

test('an answer without candidates is an error', () => {
  expect(errorsOf(withoutCandidates(chromiumAnswer))).toEqual(['no-candidates']);
});

test('a text cut inside a line is truncated or has no final line end, and nothing else', () => {
  const kinds = new Set<string>();
  for (let length = 100; length < chromiumAnswer.length - 2; length += 7) {
    const cut = chromiumAnswer.slice(0, length);
    if (!cut.endsWith('\n')) for (const rule of errorsOf(cut)) kinds.add(rule);
  }
  expect([...kinds].toSorted()).toEqual(['no-final-crlf', 'truncated']);
});
