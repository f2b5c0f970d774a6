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

test('what is not shown is counted', () => {
  const many = answer + 'a=candidate:x\r\n'.repeat(10_000);
  const findings = lintSdp({ offer, answer: many });
  expect(findings).toHaveLength(51);
  expect(findings.at(-1)).toMatchObject({ rule: 'more', severity: 'info', title: '… and 9,950 more' });
});
