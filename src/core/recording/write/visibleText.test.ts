import { expect, test } from 'vitest';
import { hasUnseen, shortened, utcTime, visibleLine, visibleText } from './visibleText.ts';

test.each([
  ['a\r\nb\nc\td', 'a\nb\nc\td'],
  ['a\rb', 'a⟨U+000D⟩b'],
  ['\0\x08\x0b\x1f\x7f\x9f', '⟨U+0000⟩⟨U+0008⟩⟨U+000B⟩⟨U+001F⟩⟨U+007F⟩⟨U+009F⟩'],
  ['\u202e\u2066\u061c\u200b\u200e\u2060\ufeff', '⟨U+202E⟩⟨U+2066⟩⟨U+061C⟩⟨U+200B⟩⟨U+200E⟩⟨U+2060⟩⟨U+FEFF⟩'],
  ['\ud800 \u{1f600} می\u200cخواهم', '⟨U+D800⟩ \u{1f600} می\u200cخواهم'],
])('%j reads %s', (text, shown) => {
  expect(visibleText(text)).toBe(shown);
});

test('a line has no line ends, and no space at its ends', () => {
  expect(visibleLine(' a \r\n\n b\t\u0007c ')).toBe('a b ⟨U+0007⟩c');
  expect(visibleLine('\n')).toBe('');
});

test('whether there is anything that a reader would not see', () => {
  expect(['\u200b', 'a\u200b', 'a\rb'].map(hasUnseen)).toEqual([true, true, true]);
  expect(['', 'a b', 'a\n\tb', '\u{1f600}'].map(hasUnseen)).toEqual([false, false, false, false]);
});

test('a long text keeps its beginning and an eighth from its end', () => {
  expect(shortened('abcdefghijklmnop', 16)).toBe('abcdefghijklmnop');
  expect(shortened('abcdefghijklmnopq', 16)).toBe('abcdefghijklmn\n… 1 characters left out …\npq');
  expect(shortened('a'.repeat(2_016), 16)).toBe(
    `${'a'.repeat(14)}\n… 2,000 characters left out …\n${'a'.repeat(2)}`,
  );
  expect(shortened('abcdefgh', 4)).toBe('abcd\n… 4 characters left out …\n');
});

test.each([
  [0, '1970-01-01T00:00:00.000Z'],
  [1, '1970-01-01T00:00:00.001Z'],
  [1_762_860_883_000, '2025-11-11T11:34:43.000Z'],
  [253_402_300_799_999, '9999-12-31T23:59:59.999Z'],
  [253_402_300_800_000, '1970-01-01T00:00:00.000Z'],
  [-1, '1970-01-01T00:00:00.000Z'],
  [Number.NaN, '1970-01-01T00:00:00.000Z'],
])('%d ms is %s', (ms, time) => {
  expect(utcTime(ms)).toBe(time);
});
