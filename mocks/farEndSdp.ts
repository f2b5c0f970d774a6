import type { FarEndFault } from './world.ts';

/** Given our candidates, it would reach us whatever its own answer says: we would connect to a peer-reflexive candidate. */
export function offerForFarEnd(sdp: string, fault: FarEndFault | undefined): string {
  return fault?.kind === 'unreachable' || fault?.kind === 'no-candidates' ? withoutCandidates(sdp) : sdp;
}

/** The answer as the fault has it. */
export function answerFromFarEnd(sdp: string, fault: FarEndFault | undefined): string {
  switch (fault?.kind) {
    case 'unreachable':
      return blackholed(sdp);
    case 'no-candidates':
      return withoutCandidates(sdp);
    case 'wrong-fingerprint':
      return withFlippedFingerprint(sdp);
    case 'refuses-channel':
      return withoutChannel(sdp);
    case 'mute':
    case 'closes':
    case 'answer':
    case undefined:
      return sdp;
  }
}

/** The SDP without any candidate, as one who offers or is offered nothing to connect to. */
export function withoutCandidates(sdp: string): string {
  return sdp.replace(/^a=(candidate:.*|end-of-candidates)\r\n/gm, '');
}

/**
 * One candidate that leads nowhere: 203.0.113.0/24 is reserved for documentation (RFC 5737). Chromium drops candidates
 * on ports below 1024 without a word, so the port is above.
 */
export function blackholed(sdp: string): string {
  const candidate = 'a=candidate:1 1 udp 2113937151 203.0.113.1 50000 typ host generation 0\r\n';
  return withoutCandidates(sdp).replace(/^a=ice-pwd:.*\r\n/m, (line) => line + candidate);
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
