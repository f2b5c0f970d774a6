import { expect, test } from 'vitest';
import type { LintFinding } from '../../../core/webrtc/lintFinding.ts';
import { sdpRows, wholeFindings } from './sdpRows.ts';

const offer =
  'v=0\r\nm=audio 9 UDP/TLS/RTP/SAVPF 111\r\na=mid:0\r\nm=application 9 UDP/DTLS/SCTP webrtc-datachannel\r\n';
const answer = 'v=0\r\nm=audio 9 UDP/TLS/RTP/SAVPF 111\r\na=mid:0\r\n';

const finding: LintFinding = {
  rule: 'mline-count',
  side: 'answer',
  line: 2,
  text: 'm=audio',
  title: '',
  cause: '',
  fix: '',
  severity: 'error',
  source: '',
};

test('the same section of both sides stands in one row', () => {
  const rows = sdpRows(offer, answer, []);
  expect(rows.map((row) => [row.title, row.length.offer, row.length.answer])).toEqual([
    ['Session', 1, 1],
    ['audio · mid 0', 2, 2],
    ['application', 1, 0],
  ]);
});

test('a finding stands at its line and colours its section', () => {
  const [session, audio] = sdpRows(offer, answer, [finding]);
  expect(session?.worst).toBeUndefined();
  expect(audio?.worst).toBe('error');
  expect(audio?.findings.answer.get(2)).toEqual([finding]);
  expect(audio?.findings.offer.size).toBe(0);
});

test('a finding about the whole text belongs to no line', () => {
  const whole = { ...finding, line: 0 };
  expect(wholeFindings([finding, whole], 'answer')).toEqual([whole]);
  expect(wholeFindings([finding, whole], 'offer')).toEqual([]);
});

test('what the answer left out is said in words', () => {
  const [, , application] = sdpRows(offer, answer, []);
  expect(application?.differences).toEqual(['The answer lacks this section.']);
});
