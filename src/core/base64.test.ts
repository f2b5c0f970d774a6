import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { decodeBase64, encodeBase64, utf8Bytes } from './base64.ts';

test('base64 and base64url are read, with and without padding', () => {
  expect(decodeBase64('Zm9v')).toBe('foo');
  expect(decodeBase64('Zm9vYg==')).toBe('foob');
  expect(decodeBase64('Zm9vYg')).toBe('foob');
  expect(decodeBase64('Pz8_')).toBe('???');
  expect(decodeBase64('w6Q')).toBe('ä');
});

test('what is not base64, or no UTF-8, is undefined', () => {
  expect(decodeBase64('a')).toBeUndefined();
  expect(decodeBase64('Zm 9v')).toBeUndefined();
  expect(decodeBase64('_w')).toBeUndefined();
});

test('a lone surrogate becomes the replacement character', () => {
  expect(utf8Bytes('\ud800a')).toEqual([0xef, 0xbf, 0xbd, 0x61]);
});

test('any text comes back', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      const bytes = utf8Bytes(text);
      expect(Buffer.from(bytes).equals(Buffer.from(text))).toBe(true);
      expect(decodeBase64(encodeBase64(bytes))).toBe(Buffer.from(text).toString());
    }),
  );
});
