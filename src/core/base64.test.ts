import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { decodeBase64, decodeBase64Bytes, encodeBase64, encodeBase64Url, utf8Bytes } from './base64.ts';

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

test('a character has the bytes of UTF-8, at each limit of their number', () => {
  expect(utf8Bytes('\x7f\x80\u07ff\u0800\uffff\u{10000}')).toEqual([
    0x7f, 0xc2, 0x80, 0xdf, 0xbf, 0xe0, 0xa0, 0x80, 0xef, 0xbf, 0xbf, 0xf0, 0x90, 0x80, 0x80,
  ]);
  expect(utf8Bytes('\ud7ff\udfff\ue000')).toEqual([0xed, 0x9f, 0xbf, 0xef, 0xbf, 0xbd, 0xee, 0x80, 0x80]);
});

test('padding stands at the end only, and bytes below 16 are read', () => {
  expect(decodeBase64('Zg==Zg')).toBeUndefined();
  expect(decodeBase64('Cg==')).toBe('\n');
});

test('bytes that are no text are read, what is no base64 has none', () => {
  expect(decodeBase64Bytes('-_8=')).toEqual(new Uint8Array([0xfb, 0xff]));
  expect(decodeBase64Bytes('+/8')).toEqual(new Uint8Array([0xfb, 0xff]));
  expect(decodeBase64Bytes('Cg==')).toEqual(new Uint8Array([10]));
  for (const text of ['AAAAA', 'Zm 9v', 'Zg==Zg']) expect(decodeBase64Bytes(text)).toBeUndefined();
});

test('what is put into a URL needs no escape there', () => {
  expect(encodeBase64Url([0xfb, 0xff])).toBe('-_8');
});
