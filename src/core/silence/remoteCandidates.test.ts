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

test.each([
  ['udp 1 203.0.113.1 1024 typ host', 'usable'],
  ['udp 1 203.0.113.1 1023 typ host', 'port-low'],
  ['udp 1 203.0.113.1 80 typ host', 'usable'],
  ['udp 1 203.0.113.1 443 typ host', 'usable'],
  ['udp 1 10.0.0.1 1024 typ host', 'local'],
  ['udp 1 10.0.0.1 1023 typ host', 'port-low'],
  ['udp 1 sfu1.example 5000 typ host', 'hostname'],
  ['udp 1 host-9 5000 typ host', 'hostname'],
  ['udp 1 9sfu.example 5000 typ host', 'hostname'],
  ['tcp 1 203.0.113.1 9 typ host tcptype active', 'port-low'],
  ['tcp 1 203.0.113.1 9 typ host tcptype so', 'tcp'],
])('a candidate %s is %s', (candidate, kind) => {
  expect(answer(candidate)).toEqual([kind]);
});

test('another port, or no section of a channel, refuses none', () => {
  const rejected = (sdp: string) => readAnswer(`v=0\r\n${sdp}`, 5).channelRejected;
  expect(rejected('m=application 9 UDP/DTLS/SCTP webrtc-datachannel\r\n')).toBe(false);
  expect(rejected('m=audio 0 UDP/TLS/RTP/SAVPF 111\r\n')).toBe(false);
});

test('port 0 refuses the channel', () => {
  expect(readAnswer('v=0\r\nm=application 0 UDP/DTLS/SCTP webrtc-datachannel\r\n', 5)).toEqual({
    at: 5,
    candidates: [],
    channelRejected: true,
  });
});
