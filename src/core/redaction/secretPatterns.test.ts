import { expect, test } from 'vitest';
import { pseudonym } from './pseudonym.ts';
import {
  findByPattern,
  kindOfKey,
  mayBeSecret,
  mayHoldSecret,
  suspiciousStretches,
} from './secretPatterns.ts';

const found = (text: string) => findByPattern(text).map(({ kind, value }) => `${kind} ${value}`);

test.each([
  ['Bearer abc', ['token abc']],
  ['x Bearer abc', []],
  ['Bearer abc x', []],
  ['authorization: Bearer abc and so on', ['token abc']],
  ['authorization="Bearer abc"', ['token abc']],
  ["and here authorization = 'Bearer abc' is sent", ['token abc']],
  ['{"authorization" : "Bearer abc", "b":1}', ['token abc', 'token abc']],
  ['authorization x Bearer abc', []],
  ['authorization: x Bearer abc', []],
  ['see Bearer abcdefghijklmnopqrst', ['token abcdefghijklmnopqrst']],
  ['see Bearer abcdefghijklmnopqrs', []],
  ['see Bearer abcdefg1', ['token abcdefg1']],
  ['see Bearer abcdef1', []],
  ['see Bearer abcdefgh', []],
  ['see Bearer error=invalid_token_1234567890', []],
  ['see Bearer terror=12345678', ['token terror=12345678']],
  ['token=a', ['token a']],
  ['://:a@', ['turn-credential a']],
  ['{"ice-pwd":"x"}', ['ice-pwd x']],
  ['{"token":"is required"}', []],
  ['{"username":"two words"}', ['turn-username two words']],
])('in %s is found %j', (text, expected) => {
  expect(found(text)).toEqual(expected);
});

test('where a secret begins and ends is told', () => {
  expect(findByPattern('?api_key=u&y=2 Bearer abcdefg1')).toEqual([
    { start: 22, end: 30, kind: 'token', value: 'abcdefg1' },
    { start: 9, end: 10, kind: 'api-key', value: 'u' },
  ]);
});

test.each([
  ['credential', 'turn-credential'],
  ['Password', 'turn-credential'],
  ['username', 'turn-username'],
  ['ice-pwd', 'ice-pwd'],
  ['ice_pwd', 'ice-pwd'],
  ['icePwd', 'ice-pwd'],
  ['apiKey', 'api-key'],
  ['x-api-key', 'api-key'],
  ['orga_api_key', 'api-key'],
  ['authorization', 'token'],
  ['ephemeral_token', 'token'],
  ['clientSecret', 'token'],
  ['tokens', undefined],
  ['', undefined],
])('a member named “%s” holds %s', (key, kind) => {
  expect(kindOfKey(key)).toBe(kind);
});

test.each([
  ['token', 'x', true],
  ['token', 'two words', false],
  ['token', 'undefined', false],
  ['token', '***', false],
  ['credential', 'two words', true],
  ['username', 'two words', true],
  ['ice-pwd', 'two words', false],
])('whether %s “%s” is a secret: %s', (key, value, expected) => {
  expect(mayBeSecret(key, value)).toBe(expected);
});

test('a text too short for any pattern holds no secret, an encoded one may', () => {
  expect(['token', 'tokens', 'a text', 'a%20b c', 'a\\nbc d', 'say "input"'].map(mayHoldSecret)).toEqual([
    false,
    true,
    false,
    true,
    true,
    true,
  ]);
});

const textWith = (...places: readonly number[]) => {
  const chars = Array.from({ length: 10_000 }, () => '.');
  for (const place of places) chars.splice(place, 3, 'e', 'y', 'J');
  return chars.join('');
};

test.each<[readonly number[], readonly (readonly [number, number])[]]>([
  [[], []],
  [[0], [[0, 1_500]]],
  [[119], [[0, 1_619]]],
  [[5_000], [[4_880, 6_500]]],
  [[9_000], [[8_880, 10_000]]],
  [[200, 1_820], [[80, 3_320]]],
  [
    [200, 1_821],
    [
      [80, 1_700],
      [1_701, 3_321],
    ],
  ],
  [
    [200, 300, 8_000],
    [
      [80, 1_800],
      [7_880, 9_500],
    ],
  ],
])('with hints at %j the stretches %j are looked at', (places, stretches) => {
  expect([...suspiciousStretches(textWith(...places))].map(({ start, end }) => [start, end])).toEqual(
    stretches,
  );
});

test('the stand-in of a password of 22 characters is a valid one, of a shorter one not', () => {
  expect(pseudonym('ice-pwd', 12, 22)).toBe('redacted0000000000000012');
  expect(pseudonym('ice-pwd', 12, 21)).toBe('redacted000000000012');
  expect(pseudonym('secret', 12, 21)).toBe('secret#12');
});
