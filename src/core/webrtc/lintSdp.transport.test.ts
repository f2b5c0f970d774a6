import { expect, test } from 'vitest';
import { lintSdp } from './lintSdp.ts';
import { answerLines, offerLines, sdpText } from './testing/literalSdp.ts';
import { told } from './testing/told.ts';

const offer = sdpText(offerLines);
const answer = sdpText(answerLines);

type Changes = readonly Parameters<typeof sdpText>[1][];

function answered(...changes: Changes) {
  return told(lintSdp({ offer, answer: sdpText(answerLines, ...changes) }));
}

function offered(...changes: Changes) {
  return told(lintSdp({ offer: sdpText(offerLines, ...changes) }));
}

/** The same in the first section only, which is the one whose transport the group uses. */
function inFirst(pattern: RegExp, replacement: string | undefined, lines = answerLines) {
  return sdpText(lines.slice(0, 16), [pattern, replacement]) + sdpText(lines.slice(16));
}

const decides = [
  'The answer decides who begins the DTLS handshake: active or passive. Browsers refuse anything else.',
  'The far end must answer active (or passive).',
];
const leaves = ['An offer leaves the choice to the answer: actpass.', 'Offer a=setup:actpass.'];

test.each(['actpass', 'holdconn', 'x'])('setup: an answer cannot say %s', (role) => {
  expect(told(lintSdp({ offer, answer: inFirst(/setup:active/, `setup:${role}`) }))).toEqual([
    ['error setup answer 12/1', `a=setup:${role} in the answer`, ...decides],
  ]);
});

test.each([
  ['active', 'warning'],
  ['passive', 'warning'],
  ['holdconn', 'error'],
  ['x', 'error'],
])('setup: an offer that says %s gets a word of kind %s', (role, severity) => {
  expect(told(lintSdp({ offer: inFirst(/setup:actpass/, `setup:${role}`, offerLines) }))).toEqual([
    [`${severity} setup offer 12/1`, `a=setup:${role} in the offer`, ...leaves],
  ]);
});

test('setup: passive is a decision, white space around it none of ours', () => {
  expect(answered([/setup:active/, 'setup:passive'])).toEqual([]);
  expect(answered([/setup:active/, 'setup: active '])).toEqual([]);
  expect(offered([/setup:actpass/, 'setup:actpass '])).toEqual([]);
});

test('setup: where it is absent, it is said what a browser takes it for', () => {
  expect(answered([/^a=setup/, undefined])).toEqual([
    [
      'warning setup answer 6/1',
      'The audio section (mid 0) of the answer has no a=setup',
      'Who begins the DTLS handshake is not said. Chromium then takes the far end for active; other peers refuse it.',
      'Write a=setup:active.',
    ],
  ]);
  expect(offered([/^a=setup/, undefined])).toEqual([
    [
      'warning setup offer 6/1',
      'The audio section (mid 0) of the offer has no a=setup',
      'Who begins the DTLS handshake is not said. It then counts as active; other peers refuse it.',
      'Write a=setup:actpass.',
    ],
  ]);
});

test('setup: both sides active, or both passive', () => {
  const both = (role: string) => {
    const changes = [/^a=setup:.*/, `a=setup:${role}`] as const;
    const findings = lintSdp({
      offer: sdpText(offerLines, changes),
      answer: sdpText(answerLines, changes),
    });
    return told(findings.filter(({ side }) => side === 'answer'));
  };
  expect(both('active')).toEqual([
    [
      'error setup answer 12/1',
      'Both sides are active',
      'Offer and answer both say a=setup:active, so both begin the DTLS handshake.',
      'The far end must answer a=setup:passive.',
    ],
  ]);
  expect(both(' passive')).toEqual([
    [
      'error setup answer 12/1',
      'Both sides are passive',
      'Offer and answer both say a=setup:passive, so nobody begins the DTLS handshake.',
      'The far end must answer a=setup:active.',
    ],
  ]);
});

test('setup: what stands in the session counts for the sections that need it, rejected ones need none', () => {
  const inSession = (role: string) =>
    sdpText(answerLines, [/^a=setup/, undefined], [/^t=0 0/, `t=0 0\r\na=setup:${role}`]);
  expect(lintSdp({ offer, answer: inSession('active') })).toEqual([]);
  expect(told(lintSdp({ offer, answer: inSession('actpass') }))).toEqual([
    ['error setup answer 5/1', 'a=setup:actpass in the answer', ...decides],
  ]);
  const apart = [/BUNDLE 0 1/, 'BUNDLE 0'] as const;
  expect(
    answered(apart, [/^m=application 9/, 'm=application 0'], [/setup:active/, 'setup:x']).map(
      ([where]) => where,
    ),
  ).toEqual(['error setup answer 12/1', 'error rejected-channel answer 17/2']);
});

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

const passOnFingerprint = 'Pass the line on unchanged: sha-256 and 32 pairs of hexadecimal digits.';
const pairs = (count: number) => Array.from({ length: count }, () => 'aF').join(':');

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

const ufragRest = [
  'Without the ICE user name fragment no connectivity check can be answered; browsers refuse a description without it.',
  'Pass the description on unchanged.',
];
const passOn = 'Pass the line on unchanged; otherwise the far end must write another.';

test('ice-ufrag and ice-pwd: absent where the transport is', () => {
  expect(answered([/^a=ice-ufrag/, undefined])).toEqual([
    [
      'error ice-ufrag answer 6/1',
      'The audio section (mid 0) of the answer has no a=ice-ufrag',
      ...ufragRest,
    ],
  ]);
  expect(offered([/^a=ice-pwd/, undefined])).toEqual([
    [
      'error ice-pwd offer 6/1',
      'The audio section (mid 0) of the offer has no a=ice-pwd',
      'Without the ICE password no connectivity check can be answered; browsers refuse a description without it.',
      'Pass the description on unchanged.',
    ],
  ]);
});

test.each([
  ['', 'error', 'The ICE user name fragment of the answer has 0 characters'],
  ['abc', 'error', 'The ICE user name fragment of the answer has 3 characters'],
  [' abc ', 'error', 'The ICE user name fragment of the answer has 3 characters'],
  ['x'.repeat(257), 'error', 'The ICE user name fragment of the answer has 257 characters'],
])('ice-ufrag: “%s” is too short or too long', (ufrag, severity, title) => {
  expect(told(lintSdp({ offer, answer: inFirst(/^a=ice-ufrag:.*/, `a=ice-ufrag:${ufrag}`) }))).toEqual([
    [
      `${severity} ice-ufrag answer 9/1`,
      title,
      'a=ice-ufrag has 4 to 256 characters. Browsers refuse others.',
      passOn,
    ],
  ]);
});

const strange = 'The ICE user name fragment of the answer holds characters that do not belong there';

test.each([
  ['ab_d', 'warning', 'Chromium still takes - _ = # and says that it will stop.'],
  ['=bcd', 'warning', 'Chromium still takes - _ = # and says that it will stop.'],
  ['abc#', 'warning', 'Chromium still takes - _ = # and says that it will stop.'],
  ['ab-d', 'warning', 'Chromium still takes - _ = # and says that it will stop.'],
  ['!bcd', 'error', 'Browsers refuse others.'],
  ['abc!', 'error', 'Browsers refuse others.'],
  ['ab d', 'error', 'Browsers refuse others.'],
])('ice-ufrag: “%s” is not of ice-chars', (ufrag, severity, who) => {
  expect(told(lintSdp({ offer, answer: inFirst(/^a=ice-ufrag:.*/, `a=ice-ufrag:${ufrag}`) }))).toEqual([
    [
      `${severity} ice-ufrag answer 9/1`,
      strange,
      `a=ice-ufrag is made of letters, digits, “+” and “/”. ${who}`,
      passOn,
    ],
  ]);
});

test.each(['aZ09', '+/+/', ' abcd ', 'x'.repeat(256)])('ice-ufrag: “%s” is fine', (ufrag) => {
  expect(lintSdp({ offer, answer: inFirst(/^a=ice-ufrag:.*/, `a=ice-ufrag:${ufrag}`) })).toEqual([]);
});

test('ice-pwd: 22 characters are wanted, in the session too', () => {
  const rest = ['a=ice-pwd has 22 to 256 characters. Browsers refuse others.', passOn];
  expect(told(lintSdp({ offer, answer: inFirst(/^a=ice-pwd:.*/, `a=ice-pwd:${'x'.repeat(21)}`) }))).toEqual([
    ['error ice-pwd answer 10/1', 'The ICE password of the answer has 21 characters', ...rest],
  ]);
  expect(lintSdp({ offer, answer: inFirst(/^a=ice-pwd:.*/, `a=ice-pwd:${'x'.repeat(22)}`) })).toEqual([]);
  expect(answered([/^t=0 0/, `t=0 0\r\na=ice-pwd:${'x'.repeat(1_257)}`])).toEqual([
    ['error ice-pwd answer 5', 'The ICE password of the answer has 1,257 characters', ...rest],
  ]);
});

test('rtcp-mux: an answer without it is refused, an offer without it is unusual', () => {
  const rest = [
    'Browsers send RTP and RTCP over one port and refuse an answer that does not agree.',
    'The far end must write a=rtcp-mux in each audio and video section.',
  ];
  const absent = [/^a=rtcp-mux/, undefined] as const;
  expect(answered(absent)).toEqual([
    ['error rtcp-mux answer 6/1', 'The audio section (mid 0) of the answer has no a=rtcp-mux', ...rest],
  ]);
  expect(offered(absent)).toEqual([
    ['warning rtcp-mux offer 6/1', 'The audio section (mid 0) of the offer has no a=rtcp-mux', ...rest],
  ]);
  expect(
    answered(absent, [/BUNDLE 0 1/, 'BUNDLE 1'], [/^m=audio 9/, 'm=audio 0']).map(([where]) => where),
  ).not.toContain('error rtcp-mux answer 6/1');
});

test('a section that is bundled with another, or whose group has two lines, needs nothing of its own', () => {
  const bare = /^a=(?:ice-ufrag|ice-pwd|setup|fingerprint)/;
  const second = answerLines.slice(16).filter((line) => !bare.test(line));
  const third = ['m=application 9 UDP/DTLS/SCTP webrtc-datachannel', 'a=mid:2', 'a=sctp-port:5000'];
  const all = sdpText([...answerLines.slice(0, 16), ...second, ...third], [/BUNDLE 0 1/, 'BUNDLE 0 1 2']);
  expect(lintSdp({ offer: undefined, answer: all })).toEqual([]);
  const others = told(lintSdp({ offer: undefined, answer: all.replace('BUNDLE 0 1 2', 'BUNDLE 0 1') }));
  expect(others.map(([where]) => where)).toEqual([
    'error fingerprint answer 21/3',
    'error ice-ufrag answer 21/3',
    'error ice-pwd answer 21/3',
    'warning setup answer 21/3',
  ]);
});
