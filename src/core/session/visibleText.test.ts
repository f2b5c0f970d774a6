import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { beginningOf, visibleLine, visibleText } from './visibleText.ts';

test.each([
  ['a NUL', 'a\0b', 'a␀b'],
  ['an ANSI colour', '\x1b[31mred\x1b[0m', '␛[31mred␛[0m'],
  ['a delete', 'a\x7f', 'a␡'],
  ['a C1 control', 'a\x9b31m', 'a⟨U+009B⟩31m'],
  ['a right-to-left override', 'user\u202egnp.exe', 'user⟨U+202E⟩gnp.exe'],
  ['an isolate', '\u2066x\u2069', '⟨U+2066⟩x⟨U+2069⟩'],
  ['a zero-width space', 'api\u200bkey', 'api⟨U+200B⟩key'],
  ['a byte order mark', '\ufeff{}', '⟨U+FEFF⟩{}'],
  ['half a character', 'a\ud83d', 'a⟨U+D83D⟩'],
  ['the other half', '\ude00a', '⟨U+DE00⟩a'],
  ['a line separator', 'a\u2028b', 'a⟨U+2028⟩b'],
  ['a tag that no eye sees', `a${String.fromCodePoint(0xe0041)}`, 'a⟨U+E0041⟩'],
])('%s is spelt', (_, text, shown) => {
  expect(visibleText(text)).toBe(shown);
});

test('what can be seen stays as it is', () => {
  for (const text of [
    '',
    'plain',
    'v=0\r\no=- 1\r\n\ttab',
    'Grüße, 你好, שלום, مرحبا, 😀👩‍👩‍👧',
    '<b>"&amp;</b>',
  ]) {
    expect(visibleText(text)).toBe(text);
  }
});

test('a line is one line, and cut where no character is torn', () => {
  expect(visibleLine('a\r\n\tb\nc', 100)).toBe('a b c');
  expect(visibleLine('abcdef', 4)).toBe('abc…');
  expect(visibleLine('abcdef', 6)).toBe('abcdef');
  expect(visibleLine('ab😀def', 4)).toBe('ab…');
  expect(beginningOf('ab😀', 4)).toBe('ab😀');
  expect(beginningOf('a\u{10000}', 2)).toBe('a');
  expect(beginningOf('a\u{10ffff}', 2)).toBe('a');
  expect(beginningOf('a\ue000b', 2)).toBe('a\ue000');
  expect(beginningOf('ab\ud83d', 3)).toBe('ab\ud83d');
});

test('nothing unseen is left of any text, and showing it twice changes nothing', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'binary' }),
      fc.constantFrom('', '\u202e', '\0', '\ud83d'),
      (text, control) => {
        const shown = visibleText(text + control + text);
        expect(shown).not.toMatch(/[\0\x1b\x9b\u202a-\u202e\u2066-\u2069\u200e\u200f]/);
        expect(() => encodeURIComponent(shown)).not.toThrow();
        expect(visibleText(shown)).toBe(shown);
      },
    ),
  );
});

test('a megabyte of what hides takes a fraction of a second', () => {
  const began = process.cpuUsage().user;
  expect(visibleText('\u202ea'.repeat(500_000)).length).toBe(4_500_000);
  expect(visibleLine('x'.repeat(10_000_000), 200)).toHaveLength(200);
  expect((process.cpuUsage().user - began) / 1000).toBeLessThan(1_000);
}, 30_000);
