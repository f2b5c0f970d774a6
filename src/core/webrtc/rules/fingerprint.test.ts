import { expect, test } from 'vitest';
import { lintSdp } from '../lintSdp.ts';
import { answered, inFirst, offer, offered, told } from '../testing/linted.ts';
import { answerLines, sdpText } from '../testing/literalSdp.ts';

const passOnFingerprint = 'Pass the line on unchanged: sha-256 and 32 pairs of hexadecimal digits.';
const pairs = (count: number) => Array.from({ length: count }, () => 'aF').join(':');

test('fingerprint: absent where the transport is, from either side', () => {
  const rest = [
    'Without the hash of the certificate there is no DTLS, hence no encryption; browsers refuse a description without one.',
    'Pass the description on unchanged; the far end must use DTLS.',
  ];
  const absent = [/^a=fingerprint/, undefined] as const;
  expect(answered(absent)).toEqual([
    ['error fingerprint answer 6/1', 'The audio section (mid 0) of the answer has no a=fingerprint', ...rest],
  ]);
  expect(offered(absent, [/^a=group/, undefined])).toEqual([
    ['error fingerprint offer 5/1', 'The audio section (mid 0) of the offer has no a=fingerprint', ...rest],
    [
      'error fingerprint offer 15/2',
      'The application section (mid 1) of the offer has no a=fingerprint',
      ...rest,
    ],
  ]);
});

test.each([
  ['sha-256', 'It is not “hash-function hexadecimal bytes”.'],
  ['sha-256 AB CD', 'It is not “hash-function hexadecimal bytes”.'],
  ['md5 AB', '“md5” is no hash function that browsers take.'],
  ['constructor AB', '“constructor” is no hash function that browsers take.'],
  ['sha-256 ABC:DE', 'The bytes are not pairs of hexadecimal digits with colons between them.'],
  ['sha-256 AB:GH', 'The bytes are not pairs of hexadecimal digits with colons between them.'],
  ['sha-256 AB:', 'The bytes are not pairs of hexadecimal digits with colons between them.'],
  [`sha-1 ${pairs(21)}`, 'sha-1 has 20 bytes, here are 21.'],
  [`SHA-256 ${pairs(31)}`, 'SHA-256 has 32 bytes, here are 31.'],
  [`${'x'.repeat(41)} AB`, `“${'x'.repeat(40)}” is no hash function that browsers take.`],
])('fingerprint: %s is malformed', (value, problem) => {
  expect(told(lintSdp({ offer, answer: inFirst(/^a=fingerprint:.*/, `a=fingerprint:${value}`) }))).toEqual([
    [
      'error fingerprint answer 11/1',
      'The fingerprint of the answer is malformed',
      `${problem} The certificate cannot be checked against it.`,
      passOnFingerprint,
    ],
  ]);
});

test.each([
  ['sha-1', 20],
  ['sha-224', 28],
  ['SHA-256', 32],
  [' sha-384', 48],
  ['sha-512', 64],
])('fingerprint: %s has %d bytes', (hash, length) => {
  const value = `a=fingerprint:${hash}  ${pairs(length)} `;
  expect(lintSdp({ offer, answer: inFirst(/^a=fingerprint:.*/, value) })).toEqual([]);
});

test('fingerprint: a malformed one in the session is told there', () => {
  const text = sdpText(answerLines, [/^t=0 0/, 't=0 0\r\na=fingerprint:x']);
  expect(told(lintSdp({ offer, answer: text })).map(([where]) => where)).toEqual([
    'error fingerprint answer 5',
  ]);
});
