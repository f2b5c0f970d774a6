import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { candidates, firstLine, serializeSdp, tokenizeSdp } from './sdp.ts';

const sdp = tokenizeSdp(
  [
    'v=0',
    'a=group:BUNDLE 0 1',
    'a=fingerprint:SHA-256 ab:CD',
    'm=audio 9 UDP/TLS/RTP/SAVPF 111 63',
    'a=mid:0',
    'a=setup:active',
    'a=candidate:1 1 udp 2 192.0.2.7 5000 typ host',
    'a=candidate:broken',
    'a=rtcp-mux',
    'm=application 0 UDP/DTLS/SCTP webrtc-datachannel',
    'a=mid:1',
    'a=fingerprint:sha-1 ef',
    '',
  ].join('\r\n'),
);

test('sections, with what their m= line says', () => {
  expect(sdp.sections.map(({ lines, ...section }) => ({ ...section, lines: lines.length }))).toEqual([
    { index: 0, kind: 'session', lines: 3 },
    {
      index: 1,
      kind: 'media',
      media: 'audio',
      port: 9,
      protocol: 'UDP/TLS/RTP/SAVPF',
      formats: ['111', '63'],
      lines: 6,
    },
    {
      index: 2,
      kind: 'media',
      media: 'application',
      port: 0,
      protocol: 'UDP/DTLS/SCTP',
      formats: ['webrtc-datachannel'],
      lines: 3,
    },
  ]);
});

test('a line knows its number, type, value and section', () => {
  expect(sdp.lines[4]).toEqual({
    number: 5,
    raw: 'a=mid:0',
    eol: '\r\n',
    type: 'a',
    value: 'mid:0',
    section: 1,
  });
});

test('candidates that can be read, with their lines, and no line that only looks like one', () => {
  expect(candidates(sdp).map(({ candidate, line }) => [candidate.address, line.number])).toEqual([
    ['192.0.2.7', 7],
  ]);
  expect(candidates(tokenizeSdp('i=candidate:1 1 udp 2 192.0.2.7 5000 typ host\r\n'))).toEqual([]);
  expect(candidates(tokenizeSdp('a=x-1 1 udp 2 192.0.2.7 5000 typ host\r\n'))).toEqual([]);
});

test.each([
  ['', { media: '', protocol: '', formats: [] }],
  ['audio', { media: 'audio', protocol: '', formats: [] }],
  ['audio x9 RTP/AVP', { media: 'audio', protocol: 'RTP/AVP', formats: [] }],
  [' audio  49170/2 RTP/AVP 0 ', { media: 'audio', port: 49_170, protocol: 'RTP/AVP', formats: ['0'] }],
])('m=%s says what it can', (value, says) => {
  const [, { lines: _, ...section } = {}] = tokenizeSdp(`v=0\r\nm=${value}\r\n`).sections;
  expect(section).toEqual({ index: 1, kind: 'media', ...says });
});

test.each([
  ['a=x\r\nb', 'a=x'],
  ['a=x\nb', 'a=x'],
  ['a=x\rb', 'a=x'],
  ['a=x', 'a=x'],
  ['\na=x', ''],
  ['', ''],
])('the first line of %j is %j', (text, line) => {
  expect(firstLine(text)).toBe(line);
});

test('a line that is no SDP is kept with no type', () => {
  expect(tokenizeSdp('xa=b').lines).toEqual([
    { number: 1, raw: 'xa=b', eol: '', type: '', value: '', section: 0 },
  ]);
  expect(tokenizeSdp('a=\r').lines).toEqual([
    { number: 1, raw: 'a=', eol: '\r', type: 'a', value: '', section: 0 },
  ]);
  expect(tokenizeSdp('<!doctype html>').lines).toEqual([
    { number: 1, raw: '<!doctype html>', eol: '', type: '', value: '', section: 0 },
  ]);
  expect(tokenizeSdp('').lines).toEqual([]);
  expect(tokenizeSdp('v=0\n\r\n').lines.map((line) => [line.raw, line.eol])).toEqual([
    ['v=0', '\n'],
    ['', '\r\n'],
  ]);
});

test('any text comes back character by character', () => {
  const piece = fc.oneof(
    fc.string(),
    fc.constantFrom('\r\n', '\n', '\r', 'm=', 'a=', 'v=0', 'm=audio 9 x', '\u2028', '\0', 'a=candidate:1'),
  );
  fc.assert(
    fc.property(fc.array(piece), (pieces) => {
      const text = pieces.join('');
      expect(serializeSdp(tokenizeSdp(text))).toBe(text);
    }),
    { numRuns: 300 },
  );
});
