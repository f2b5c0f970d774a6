/** The SDP without any candidate, as one who offers or is offered nothing to connect to. */
export function withoutCandidates(sdp: string): string {
  return sdp.replace(/^a=(candidate:.*|end-of-candidates)\r\n/gm, '');
}

/**
 * One candidate that leads nowhere: 203.0.113.0/24 is reserved for documentation (RFC 5737). Chromium drops candidates
 * on ports below 1024 without a word, so the port is above.
 */
export function blackholed(sdp: string): string {
  return withOneCandidate(sdp, 'udp 2113937151 203.0.113.1 50000 typ host');
}

/** The SDP with this candidate, for example `udp 2113937151 203.0.113.1 50000 typ host`, and no other. */
export function withOneCandidate(sdp: string, candidate: string): string {
  const line = `a=candidate:1 1 ${candidate} generation 0\r\n`;
  return withoutCandidates(sdp).replace(/^a=ice-pwd:.*\r\n/m, (password) => password + line);
}

/** A password of valid length that is not the far end's. */
export function withOtherPassword(sdp: string): string {
  return sdp.replace(/^a=ice-pwd:.*$/gm, 'a=ice-pwd:thisIsNotThePasswordOfIt');
}

/** The certificate's fingerprint, wrong in its first digit. */
export function withFlippedFingerprint(sdp: string): string {
  return sdp.replace(
    /^(a=fingerprint:\S+ )([0-9A-F])/gim,
    (_, name: string, digit: string) => name + (digit === '0' ? '1' : '0'),
  );
}

/** The data channel's section is refused: port 0 (RFC 3264, section 6). */
export function withoutChannel(sdp: string): string {
  const mid = /^m=application[\s\S]*?^a=mid:(\S+)/m.exec(sdp)?.[1] ?? '';
  return sdp
    .replace(/^m=application \d+/m, 'm=application 0')
    .replace(/^a=group:BUNDLE.*$/m, (line) => line.replace(new RegExp(` ${mid}(?=\\s|$)`), ''));
}

/** The offer as one that begins the DTLS handshake itself: the far end then waits for it (RFC 8842, section 5.2). */
export function withActiveOffer(offer: string): string {
  return offer.replace(/^a=setup:\w+/gm, 'a=setup:active');
}

/** The waiting far end's answer, which says that it begins. */
export function withActiveAnswer(answer: string): string {
  return answer.replace(/^a=setup:\w+/gm, 'a=setup:active');
}

/** The data channel's section of an answer that refused it, accepted after all: with the transport of the first section. */
export function withPretendedChannel(answer: string): string {
  const transport = answer.match(/^a=(?:ice-ufrag|ice-pwd|fingerprint|setup):.*\r\n/gm)?.slice(0, 4) ?? [];
  const mid = /^m=application[\s\S]*?^a=mid:(\S+)/m.exec(answer)?.[1] ?? '';
  return answer
    .replace(/^a=group:BUNDLE.*$/m, (line) => `${line} ${mid}`)
    .replace(
      /^m=application[\s\S]*$/m,
      `m=application 9 UDP/DTLS/SCTP webrtc-datachannel\r\nc=IN IP4 0.0.0.0\r\n${transport.join('')}a=mid:${mid}\r\na=sctp-port:5000\r\na=max-message-size:262144\r\n`,
    );
}

/** The recorded answer as it is, but for what a transport is known by: that of the living far end. */
export function grafted(recorded: string, living: string): string {
  const candidates = living.match(/^a=candidate:.*\r\n/gm) ?? [];
  const own = (name: string): string => new RegExp(`^a=${name}:.*$`, 'm').exec(living)?.[0] ?? '';
  let placed = false;
  return recorded
    .replace(/^a=(ice-ufrag|ice-pwd|fingerprint):.*$/gm, (_, name: string) => own(name))
    .replace(/^a=candidate:.*\r?\n/gm, () => {
      const lines = placed ? '' : candidates.join('');
      placed = true;
      return lines;
    });
}
