import { expect, test } from 'vitest';
import { encodeBase64, utf8Bytes } from '../base64.ts';
import { PlainSecretIndex } from './plainSecretIndex.ts';
import { type SecretFinder, SecretIndex } from './secretIndex.ts';

/** Both know the same secrets, and find the same of what is plain or in base64. */
const indexes: readonly (readonly [string, () => SecretFinder])[] = [
  ['the index for long sessions', () => new SecretIndex()],
  [
    'the index for a page',
    () =>
      new PlainSecretIndex((text, shift) => encodeBase64([...[0, 0].slice(0, shift), ...utf8Bytes(text)])),
  ],
];

/** Where each secret was seen, in order. */
const seen = (index: SecretFinder, text: string) =>
  index
    .find(text)
    .map(({ start, end, replacement }) => [replacement, start, end] as const)
    .toSorted((one, other) => one[1] - other[1]);

test.each(indexes)('%s tells exactly where a secret stands', (_, create) => {
  const index = create();
  index.add('abcdefg1', 's#1');
  expect(index.find('xabcdefg1y')).toEqual([{ secret: 'abcdefg1', replacement: 's#1', start: 1, end: 9 }]);
  expect(seen(index, 'abcdefg1 abcdefg1')).toEqual([
    ['s#1', 0, 8],
    ['s#1', 9, 17],
  ]);
  expect(seen(index, 'abcdefg1')).toEqual([['s#1', 0, 8]]);
  for (const text of ['', 'abcdefg', 'bcdefg1', 'ABCDEFG1', 'abcdefg2']) expect(index.find(text)).toEqual([]);
});

test.each(indexes)('%s finds a secret by those of its parts that are no words', (_, create) => {
  const index = create();
  index.add('aaaa.bbbbbbbb', 's#1', ['bbbbbbbb', 'aaaa']);
  expect(seen(index, 'bbbbbbbb aaaa aaaa aaaa')).toEqual([['s#1', 0, 8]]);
});

test.each(indexes)('%s lets go of one secret and keeps the others', (_, create) => {
  const index = create();
  index.add('abcdefg1', 's#1');
  index.add('another.abcdefg1', 's#2', ['abcdefg1']);
  index.add('hijklmn2', 's#3');
  index.remove('abcdefg1');
  index.remove('never added');
  expect(seen(index, 'abcdefg1 hijklmn2')).toEqual([
    ['s#2', 0, 8],
    ['s#3', 9, 17],
  ]);
  index.remove('another.abcdefg1');
  expect(seen(index, 'abcdefg1 hijklmn2')).toEqual([['s#3', 9, 17]]);
  index.remove('hijklmn2');
  expect(seen(index, 'abcdefg1 hijklmn2')).toEqual([]);
  index.add('abcdefg1', 's#4');
  expect(seen(index, 'abcdefg1 hijklmn2')).toEqual([['s#4', 0, 8]]);
});

test.each(indexes)(
  '%s finds every character of base64 that holds bits of a secret, at each alignment',
  (_, create) => {
    const secret = 'abcdefghij12~>?~>?';
    for (const [shift, first, last] of [
      [0, 0, 24],
      [1, 1, 26],
      [2, 2, 27],
    ] as const) {
      const index = create();
      index.add(secret, 's#1');
      const whole = Buffer.from(`${'x'.repeat(shift)}${secret}yyyy`).toString('base64');
      expect(seen(index, whole), `${shift}`).toEqual([['s#1', first, last]]);
      const urlSafe = Buffer.from(`${'x'.repeat(shift)}${secret}yyyy`).toString('base64url');
      expect(seen(index, `[${urlSafe}]`), `${shift}`).toEqual([['s#1', first + 1, last + 1]]);
      // Without its neighbours, only what is fixed.
      const fixed = whole.slice(shift === 0 ? 0 : shift + 1, shift === 0 ? 24 : last - 1);
      expect(seen(index, `[${fixed}]`), `${shift}`).toEqual([['s#1', 1, 1 + fixed.length]]);
    }
  },
);

test('of secrets that begin at one place the longest is told, in whatever order they were added', () => {
  // The first two share the ends of the third, so that it is found by its beginning, as the fourth is.
  const inOrder = ['xxcdefghij', 'ybcdefghi', 'abcdefghij', 'abcdefgh'];
  for (const secrets of [inOrder, inOrder.toReversed()]) {
    const index = new SecretIndex();
    for (const secret of secrets) index.add(secret, secret);
    expect(seen(index, '-abcdefghij-')).toEqual([['abcdefghij', 1, 11]]);
  }
});

const secrets = Array.from({ length: 12 }, (_, index) => `sk_orga_ai_${index}Grüße/_the+end_of_it`);
const hexOf = (text: string) => Buffer.from(text).toString('hex');
const writings: Readonly<Record<string, (secret: string) => string>> = {
  plain: (secret) => secret,
  'hexadecimal digits': hexOf,
  'upper-case digits': (secret) => hexOf(secret).toUpperCase(),
  base64: (secret) => Buffer.from(secret).toString('base64').replace(/=+$/, ''),
  base64url: (secret) => Buffer.from(secret).toString('base64url'),
};

test.each(Object.keys(writings))(
  'of many secrets with one beginning and end each is found in %s, and only there',
  (how) => {
    const index = new SecretIndex();
    for (const secret of secrets) index.add(secret, secret);
    for (const secret of secrets) {
      const written = writings[how]?.(secret) ?? '';
      expect(seen(index, `[${written}]`)).toEqual([[secret, 1, 1 + written.length]]);
    }
    const unknown = writings[how]?.('sk_orga_ai_99Grüße/_the+end_of_it') ?? '';
    expect(seen(index, `[${unknown}]`)).toEqual([]);
    for (const secret of secrets) index.remove(secret);
    expect(seen(index, `[${writings[how]?.(secrets[3] ?? '')}]`)).toEqual([]);
  },
);

test('hexadecimal digits with the end of a secret and another beginning are none', () => {
  const index = new SecretIndex();
  index.add('abcdefghijk1', 's#1');
  expect(seen(index, hexOf('abcdefghijk1'))).toEqual([['s#1', 0, 24]]);
  expect(seen(index, hexOf('abcdeXghijk1'))).toEqual([]);
});

test('only what has the same window, and room for the whole secret, is compared', () => {
  const index = new SecretIndex();
  index.add('AAAAabcdefgh', 's#1');
  index.add('AAAAabcdefgh', 's#2');
  // Its end is taken, so that it is looked for by what stands before that.
  index.add('BBBBabcdefgh', 's#3');
  expect(index.find('nothing of the kind in this text')).toEqual([]);
  expect(index.compared).toBe(0);
  index.find('abcdefgh');
  index.find('BBBBabcdefg');
  expect(index.compared).toBe(0);
  expect(seen(index, 'AAAAabcdefgh')).toEqual([['s#1', 0, 12]]);
  expect(index.compared).toBe(1);
  index.find('CCCCabcdefgh');
  expect(index.compared).toBe(2);
});

test.each([
  ['abcdefg1', 'ABCDEFG1', 0],
  ['ab+defg1', 'ab-defg1', 0],
  ['12345678', '3132333435363738', 1],
  ['abcdefg1x', 'YWJjZGVmZzF4', 1],
])('with %s, %s is compared %i times', (secret, text, compared) => {
  const index = new SecretIndex();
  index.add(secret, 's#1');
  index.find(text);
  expect(index.compared).toBe(compared);
});
