import { expect, test } from 'vitest';
import { blackholed, withFlippedFingerprint, withoutCandidates, withoutChannel } from './farEndSdp.ts';

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
