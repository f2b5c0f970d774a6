import { expect, test } from 'vitest';
import { lintSdp } from '../lintSdp.ts';
import { answer } from '../testing/linted.ts';

/** The rules that a text breaks which ends with this line, without a line end. */
function endingWith(line: string): readonly string[] {
  return lintSdp({ offer: undefined, answer: answer + line }).map(({ rule }) => rule);
}
const bytes = (count: number) => Array.from({ length: count }, () => 'AB').join(':');

test.each([
  'a',
  'a=',
  's=',
  'm=audio 9 RTP/AVP',
  'o=- 1 2 IN IP4',
  'c=IN IP4',
  't=0',
  'a=sendrec',
  'a=rtcp',
  'a=rtcp-mu',
  'a=rtcp-mux-o',
  'a=end-of-cand',
  'a=fingerpr',
  'a=fingerprint',
  'a=mid:',
  'a=candidate:1 1 udp 5 192.0.2.1 9 typ',
  `a=fingerprint:sha-1 ${bytes(19)}`,
  'a=rtpmap:0 PCMU',
  'a=rtpmap:0 PCMU/',
  `a=ice-pwd:${'x'.repeat(21)}`,
  'a=ice-ufrag:abc',
  'a=setup:act',
])('a text that ends with “%s” was cut there', (line) => {
  expect(endingWith(line)).toEqual(['truncated']);
});

test.each([
  'm=audio 0 RTP/AVP 0',
  'o=- 1 2 IN IP4 127.0.0.1',
  'c=IN IP4 0.0.0.0',
  't=0 0',
  's=x',
  's=set',
  'i=mid:',
  'a=sendrecv',
  'a=rtcp-mux',
  'a=ice-lite',
  'a=x-unknown',
  'a=x-unknown:1',
  'a=candidate:1 1 udp 5 192.0.2.1 9000 typ host',
  `a=fingerprint:sha-1 ${bytes(20)}`,
  'a=rtpmap:0 PCMU/8',
  `a=ice-pwd:${'x'.repeat(22)}`,
  'a=ice-ufrag:abcd',
  'a=setup:active',
  'a=setup:passive ',
  'a=setup:actpass',
  'a=setup:holdconn',
])('a text that ends with “%s” may have been trimmed', (line) => {
  expect(endingWith(line)).not.toContain('truncated');
  expect(endingWith(line)).toContain('no-final-crlf');
});
