import { expect, test } from 'vitest';
import { lintSdp } from './lintSdp.ts';
import { answerLines, offerLines, sdpText } from './testing/literalSdp.ts';

const offer = sdpText(offerLines);
const answer = sdpText(answerLines);
const section = 'm=audio 9 UDP/TLS/RTP/SAVPF 0\r\n';
const header = 'v=0\r\no=- 1 2 IN IP4 127.0.0.1\r\ns=-\r\nt=0 0\r\n';

test.each([
  ['5 MB of lines', header + `a=${'x'.repeat(48)}\r\n`.repeat(100_000)],
  ['5 MB of line ends', header + '\n'.repeat(5_000_000)],
  ['5 MB of CR', header + '\r'.repeat(5_000_000)],
  ['5 MB of NUL', '\0'.repeat(5_000_000)],
  ['5 MB of spaces', ' '.repeat(5_000_000)],
  ['5 MB of JSON', `{"sdp":"${'v=0\\r\\n'.repeat(700_000)}"}`],
  ['5 MB of backslashes', `v=0${'\\'.repeat(5_000_000)}`],
  ['a line of 1 MB', `${answer}a=${'x'.repeat(1_000_000)}\r\n`],
  ['a media line of 1 MB', `${header}m=audio 9 X${' 0'.repeat(500_000)}\r\n`],
  ['a candidate of 1 MB', `${answer}a=candidate:${'1 '.repeat(500_000)}\r\n`],
  ['a fingerprint of 1 MB', `${answer}a=fingerprint:sha-256 ${'AB:'.repeat(333_333)}\r\n`],
  ['a BUNDLE group of 1 MB', `${header}a=group:BUNDLE${' 1'.repeat(500_000)}\r\n${section}`],
  ['a thousand m-lines after 18,000 others', header + 'a=x\r\n'.repeat(18_000) + section.repeat(1_000)],
  ['30,000 m-lines', header + section.repeat(30_000)],
  ['30,000 BUNDLE groups', header + 'a=group:BUNDLE 0 1\r\n'.repeat(30_000) + section],
  ['10,000 candidates', answer + 'a=candidate:1 1 udp 5 203.0.113.1 9 typ host\r\n'.repeat(10_000)],
  ['10,000 bad candidates', answer + 'a=candidate:x\r\n'.repeat(10_000)],
])('%s: few findings, and no long wait', (_, hostile) => {
  const began = process.cpuUsage();
  const findings = lintSdp({ offer: hostile, answer: hostile, iceTransportPolicy: 'relay' });
  lintSdp({ offer, answer: hostile });
  const { user, system } = process.cpuUsage(began);
  expect(findings.length).toBeGreaterThan(0);
  expect(findings.length).toBeLessThanOrEqual(200);
  expect(Math.max(...findings.map((finding) => finding.text.length))).toBeLessThanOrEqual(160);
  expect(Math.max(...findings.map(({ cause, title }) => cause.length + title.length))).toBeLessThan(1_000);
  // Of this process, µs: three descriptions, and what the first run of a function costs.
  expect((user + system) / 3_000).toBeLessThan(300);
});
