import { expect, test } from 'vitest';
import { lintSdp } from '../lintSdp.ts';
import { answered, inFirst, offer, offered, told } from '../testing/linted.ts';

const ufragRest = [
  'Without the ICE user name fragment no connectivity check can be answered; browsers refuse a description without it.',
  'Pass the description on unchanged.',
];
const passOn = 'Pass the line on unchanged; otherwise the far end must write another.';
const strange = 'The ICE user name fragment of the answer holds characters that do not belong there';

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
