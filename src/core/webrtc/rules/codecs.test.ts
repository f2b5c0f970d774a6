import { expect, test } from 'vitest';
import { readDescription } from '../description.ts';
import { type Codec, codecKey, codecsOf, isMediaCodec, isRtp } from './codecs.ts';

function section(mLine: string, ...rtpmaps: readonly string[]) {
  const lines = [`m=${mLine}`, ...rtpmaps.map((value) => `a=rtpmap:${value}`)];
  const [only] = readDescription(lines.map((line) => `${line}\r\n`).join(''), 'offer').media;
  if (only === undefined) throw new Error(mLine);
  return only;
}

function names(mLine: string, ...rtpmaps: readonly string[]): readonly string[] {
  return codecsOf(section(mLine, ...rtpmaps)).map(({ payloadType, name }) => `${payloadType} ${name}`);
}

test('the codecs stand in the order of the m= line, with their names as they were written', () => {
  expect(names('audio 9 RTP/AVP 8 111 9', '9 G722/8000', '111  Opus/48000/2  x')).toEqual([
    '8 PCMA/8000',
    '111 Opus/48000/2',
    '9 G722/8000',
  ]);
});

test('one channel need not be said, what is said first counts, and it goes before RFC 3551', () => {
  expect(names('audio 9 RTP/AVP 96 97', '96 L16/44100/1', '97 a/1/11', '97 b/2')).toEqual([
    '96 L16/44100',
    '97 a/1/11',
  ]);
  expect(names('audio 9 RTP/AVP 0', '0 mine/8000')).toEqual(['0 mine/8000']);
});

test('a payload type that nobody has named is left out', () => {
  expect(names('audio 9 RTP/AVP 96 97 constructor 1', '96', '')).toEqual([]);
});

const codec = (name: string): Codec => ({ payloadType: '96', name });

test.each([
  'CN',
  'CN/8000',
  'telephone-event/48000',
  'RTX/90000',
  'red/48000/2',
  'ulpfec/90000',
  'flexfec/90000',
  'flexfec-03/90000',
])('%s carries no sound and no picture of its own', (name) => {
  expect(isMediaCodec(codec(name))).toBe(false);
});

test.each(['opus/48000/2', 'x-red/8000', 'redundant/8000', 'VP8/90000'])('%s does', (name) => {
  expect(isMediaCodec(codec(name))).toBe(true);
});

test('case does not matter', () => {
  expect(codecKey(codec('Opus/48000/2'))).toBe('opus/48000/2');
});

test.each([
  ['audio 9 X 0', true],
  ['video 9 X 0', true],
  ['text 9 RTP/AVP 98', true],
  ['text 9 UDP/TLS/RTP/SAVPF 98', true],
  ['application 9 UDP/DTLS/SCTP webrtc-datachannel', false],
  ['text 9 XRTP/AVP 98', false],
])('m=%s is RTP: %s', (mLine, rtp) => {
  expect(isRtp(section(mLine))).toBe(rtp);
});
