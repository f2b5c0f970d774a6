import { expect, test } from 'vitest';
import {
  blackholed,
  withActiveAnswer,
  withActiveOffer,
  withFlippedFingerprint,
  withOneCandidate,
  withOtherPassword,
  withoutCandidates,
  withoutChannel,
  withPretendedChannel,
} from './farEndSdp.ts';

const sdp = [
  'v=0',
  'a=group:BUNDLE 0 1',
  'm=audio 9 UDP/TLS/RTP/SAVPF 111',
  'a=candidate:1 1 udp 2113937151 192.168.1.2 50123 typ host',
  'a=ice-pwd:abc',
  'a=fingerprint:sha-256 0A:1B',
  'a=end-of-candidates',
  'a=mid:0',
  'm=application 9 UDP/DTLS/SCTP webrtc-datachannel',
  'a=mid:1',
  '',
].join('\r\n');

test('candidates and their end are taken out', () => {
  expect(withoutCandidates(sdp)).not.toMatch(/candidate/);
  expect(withoutCandidates(sdp).split('\r\n')).toHaveLength(9);
});

test('the one candidate left leads to an address for documentation, on a port that Chromium accepts', () => {
  expect(blackholed(sdp).match(/^a=candidate.*$/gm)).toEqual([
    'a=candidate:1 1 udp 2113937151 203.0.113.1 50000 typ host generation 0',
  ]);
});

test('the fingerprint differs in one digit', () => {
  expect(withFlippedFingerprint(sdp)).toContain('a=fingerprint:sha-256 1A:1B\r\n');
});

test('the data channel is refused and leaves the bundle', () => {
  expect(withoutChannel(sdp)).toContain('m=application 0 UDP/DTLS/SCTP webrtc-datachannel');
  expect(withoutChannel(sdp)).toContain('a=group:BUNDLE 0\r\n');
});

test('another single candidate is what it is told to be', () => {
  const edited = withOneCandidate(sdp, 'tcp 1518280447 127.0.0.1 20998 typ host tcptype passive');
  expect(edited.match(/^a=candidate.*$/gm)).toEqual([
    'a=candidate:1 1 tcp 1518280447 127.0.0.1 20998 typ host tcptype passive generation 0',
  ]);
});

test('another password is as long as a password has to be', () => {
  expect(withOtherPassword(sdp)).toMatch(/^a=ice-pwd:(?!abc$)[\w+/]{22,256}$/m);
});

test('offer and answer both wait for the other to begin', () => {
  expect(withActiveOffer('a=setup:actpass\r\n')).toBe('a=setup:active\r\n');
  expect(withActiveAnswer('a=setup:passive\r\n')).toBe('a=setup:active\r\n');
});

test('a channel that was refused is accepted after all, on the transport of the first section', () => {
  const pretended = withPretendedChannel(withoutChannel(sdp));
  expect(pretended).toContain('a=group:BUNDLE 0 1\r\n');
  expect(pretended.slice(pretended.indexOf('m=application'))).toBe(
    [
      'm=application 9 UDP/DTLS/SCTP webrtc-datachannel',
      'c=IN IP4 0.0.0.0',
      'a=ice-pwd:abc',
      'a=fingerprint:sha-256 0A:1B',
      'a=mid:1',
      'a=sctp-port:5000',
      'a=max-message-size:262144',
      '',
    ].join('\r\n'),
  );
});
