const hex = Array.from({ length: 32 }, () => 'AB').join(':');

/** An offer as the session makes it: audio both ways, a channel. No more than the rules want. */
export const offerLines = [
  'v=0',
  'o=- 1 2 IN IP4 127.0.0.1',
  's=-',
  't=0 0',
  'a=group:BUNDLE 0 1',
  'm=audio 9 UDP/TLS/RTP/SAVPF 111 0',
  'c=IN IP4 0.0.0.0',
  'a=candidate:1 1 udp 2113937151 192.168.1.2 50123 typ host',
  'a=ice-ufrag:EsAw',
  'a=ice-pwd:P2uYro0UCOQ4zxjKXaWCBui1',
  `a=fingerprint:sha-256 ${hex}`,
  'a=setup:actpass',
  'a=mid:0',
  'a=sendrecv',
  'a=rtcp-mux',
  'a=rtpmap:111 opus/48000/2',
  'm=application 9 UDP/DTLS/SCTP webrtc-datachannel',
  'c=IN IP4 0.0.0.0',
  'a=ice-ufrag:EsAw',
  'a=ice-pwd:P2uYro0UCOQ4zxjKXaWCBui1',
  `a=fingerprint:sha-256 ${hex}`,
  'a=setup:actpass',
  'a=mid:1',
  'a=sctp-port:5000',
];

/** Its answer, nothing wrong with it. */
export const answerLines = offerLines.map((line) => line.replace('actpass', 'active'));

/** The lines with their ends; a pattern and what replaces it in each line change them, undefined takes lines out. */
export function sdpText(
  lines: readonly string[],
  ...changes: readonly (readonly [pattern: RegExp, replacement: string | undefined])[]
): string {
  let changed = [...lines];
  for (const [pattern, replacement] of changes) {
    changed = changed.flatMap((line) => {
      if (!pattern.test(line)) return [line];
      return replacement === undefined ? [] : [line.replace(pattern, replacement)];
    });
  }
  return changed.map((line) => `${line}\r\n`).join('');
}
