import { expect, test } from 'vitest';
import { readAnswer } from './remoteCandidates.ts';

const answer = (...candidates: string[]) =>
  readAnswer(
    `v=0\r\nm=application 9 UDP/DTLS/SCTP webrtc-datachannel\r\n${candidates
      .map((candidate) => `a=candidate:1 1 ${candidate}\r\n`)
      .join('')}`,
    0,
  ).candidates;

test('candidates that Chromium drops without a word are told from usable ones', () => {
  expect(
    answer(
      'udp 1 203.0.113.1 50000 typ host',
      'udp 1 2001:db8::1 50000 typ host',
      'udp 1 203.0.113.1 443 typ host',
    ),
  ).toEqual(['usable', 'usable', 'usable']);
  expect(answer('udp 1 203.0.113.1 9 typ host', 'udp 1 10.0.0.1 443 typ host')).toEqual([
    'port-low',
    'port-low',
  ]);
  expect(answer('udp 1 10.0.0.1 50000 typ host', 'udp 1 fd00::2 50000 typ host')).toEqual(['local', 'local']);
  expect(answer('udp 1 sfu.invalid 5000 typ host', 'udp 1 deadbeef.local 5000 typ host')).toEqual([
    'hostname',
    'hostname',
  ]);
  expect(answer('tcp 1 203.0.113.1 5000 typ host tcptype passive')).toEqual(['tcp']);
});

test('port 0 refuses the channel', () => {
  expect(readAnswer('v=0\r\nm=application 0 UDP/DTLS/SCTP webrtc-datachannel\r\n', 5)).toEqual({
    at: 5,
    candidates: [],
    channelRejected: true,
  });
});
