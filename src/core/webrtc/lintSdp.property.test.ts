import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { lintSdp } from './lintSdp.ts';
import { answerLines, offerLines, sdpText } from './testing/literalSdp.ts';

const offer = sdpText(offerLines);
const answer = sdpText(answerLines);

const line = fc.oneof(
  fc.constantFrom(
    ...offerLines,
    'm=audio 0 RTP/AVP 0',
    'm=',
    'm=x',
    'a=mid:',
    'a=group:BUNDLE',
    'a=candidate:',
    'a=__proto__:constructor',
    'a=rtpmap:111 toString',
    'a=fingerprint:constructor 00',
    '\0',
    '',
  ),
  fc.string({ maxLength: 30 }),
);
const sdp = fc
  .array(fc.tuple(line, fc.constantFrom('\r\n', '\n', '\r', '')), { maxLength: 60 })
  .map((lines) => `v=0\r\n${lines.flat().join('')}`);
const text = fc.oneof(
  sdp,
  fc.string({ unit: 'binary', maxLength: 300 }),
  fc.nat({ max: answer.length }).map((length) => answer.slice(0, length)),
);

test('no offer and no answer makes it throw, and each finding points at what it quotes', () => {
  fc.assert(
    fc.property(text, text, fc.constantFrom('all', 'relay'), (one, other, iceTransportPolicy) => {
      for (const finding of lintSdp({ offer: one, answer: other, iceTransportPolicy })) {
        const lines = (finding.side === 'offer' ? one : other).split(/\r\n|\n|\r/);
        const quoted = finding.text.replace(/…$/, '');
        expect(finding.line === 0 || (lines[finding.line - 1] ?? '').startsWith(quoted)).toBe(true);
        expect(`${finding.title} ${finding.cause} ${finding.fix}`).not.toMatch(/NaN|\[object|native code/);
      }
    }),
    { numRuns: 1_000 },
  );
});

test('a long line with a password is shortened once, before the password', () => {
  const findings = lintSdp({ offer: `v=0\r\na=ice-pwd:${'x'.repeat(300)}\r\n`, answer: '' });
  expect(findings.map((finding) => finding.text)).toContain('a=ice-pwd:…');
});

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

test('what is not shown is counted', () => {
  const many = answer + 'a=candidate:x\r\n'.repeat(10_000);
  const findings = lintSdp({ offer, answer: many });
  expect(findings).toHaveLength(51);
  expect(findings.at(-1)).toMatchObject({ rule: 'more', severity: 'info', title: '… and 9,950 more' });
});
