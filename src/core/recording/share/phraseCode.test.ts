import { expect, test } from 'vitest';
import { linkPhrases } from './linkPhrases.ts';
import { decodePhrases, encodePhrases } from './phraseCode.ts';

test.each([
  // The first, the last with the lead 2, the first with the lead 3, and the last of all.
  ['\u0001 ', String.raw`v=0\r\no=- `],
  ['\u0002y', ',"machine":"ice","to":"checking"}'],
  ['\u0003 ', ',"machine":"ice","to":"connected"}'],
  ['\u0003Z', ',"from":"carried",'],
])('%j stands for one phrase, for ever', (code, phrase) => {
  expect(encodePhrases(phrase)).toBe(code);
  expect(decodePhrases(code, 1_000)).toBe(phrase);
});

test('every phrase has a code that no other one has', () => {
  for (const phrase of linkPhrases) expect(decodePhrases(encodePhrases(phrase), 10_000)).toBe(phrase);
  expect(new Set(linkPhrases.map(encodePhrases)).size).toBe(239);
});

test.each([
  // A phrase that begins like another, listed before it and behind it.
  [',{"kind":"step","at":0,"step":"x', '\u0002+x'],
  [',{"kind":"step","at":1', '\u0002*1'],
  [',"machine":"ice","to":"checking"}', '\u0002y'],
  [',"machine":"ice","to":"closed"}', '\u0003!closed"}'],
])('of two phrases that fit %s the longer one is taken', (text, encoded) => {
  expect(encodePhrases(text)).toBe(encoded);
});

test('what is no phrase stays as it is, before, between and behind', () => {
  const text = 'a,"from":"carried",b,"from":"carried",c';
  expect(encodePhrases(text)).toBe('a\u0003Zb\u0003Zc');
  expect(decodePhrases('a\u0003Zb\u0003Zc', 100)).toBe(text);
  expect(decodePhrases('no code', 100)).toBe('no code');
});

test.each(['\0 ', '\u0001', '\u0001\u001f', '\u0001z', '\u0003[', '\u0004 ', '\u001f~', 'a\n'])(
  'the code in %j is unknown',
  (text) => {
    expect(decodePhrases(text, 1_000)).toBeUndefined();
  },
);

test('no more than the limit comes out', () => {
  expect(decodePhrases('a\u0003Zb', 20)).toBe('a,"from":"carried",b');
  expect(decodePhrases('a\u0003Zb', 19)).toBeUndefined();
  expect(decodePhrases('ab', 2)).toBe('ab');
  expect(decodePhrases('ab', 1)).toBeUndefined();
});
