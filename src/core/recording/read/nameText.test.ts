import { expect, test } from 'vitest';
import { nameText } from './nameText.ts';

test.each([
  ['\u001f\u008b\u0008', 'This is a gzip archive that was read as text: open the file itself.'],
  ['\u001f\uFFFD\u0008', 'This is a gzip archive that was read as text: open the file itself.'],
  ['PK\u0003\u0004x', 'This is a ZIP archive: unpack it, and open the file inside.'],
  ['%PDF-1.7', 'This is a PDF: export the recording itself instead.'],
  [
    '\n<!DOCTYPE html>\n<p>x',
    'This is an HTML page. A report is read in the browser; to open a session here, export it as a recording.',
  ],
  [
    '<html lang="en">',
    'This is an HTML page. A report is read in the browser; to open a session here, export it as a recording.',
  ],
  [' <htmlx>', 'This is XML or HTML, not a recording, HAR or dump.'],
  ['<?xml version="1.0"?>', 'This is XML or HTML, not a recording, HAR or dump.'],
  ['RTCStatsDump', 'This begins like an rtcstats dump, but has no line of metadata: the file was cut off.'],
  ...['\u00d4\u00c3\u00b2\u00a1', '\u00a1\u00b2\u00c3\u00d4', '\n\r\r\n'].map((magic) => [
    `${magic}\u0000`,
    'This is a packet capture: what is in it is encrypted. A webrtc-internals dump tells more.',
  ]),
  ['abc\u0000', 'This is a binary file, not a recording, HAR or dump.'],
])('%j is called by its name', (text, words) => {
  expect(nameText(text)).toBe(words);
});

test('other texts have no name', () => {
  for (const text of [
    '',
    'dear all, <b>',
    'see PK\u0003\u0004',
    'a %PDF-1.7',
    'my RTCStatsDump',
    'x <!doctype html>',
    'x\n\r\r\n',
  ]) {
    expect(nameText(text)).toBeUndefined();
  }
});

test('only the beginning is looked at', () => {
  expect(nameText(`${'x'.repeat(1_999)}\u0000`)).toBe('This is a binary file, not a recording, HAR or dump.');
  expect(nameText(`${'x'.repeat(2_000)}\u0000`)).toBeUndefined();
});
