import type { Candidate } from '../webrtc/candidate.ts';
import { candidates, tokenizeSdp } from '../webrtc/sdp.ts';
import type { PeerFacts, RemoteCandidateKind } from './peerFacts.ts';

/** What an answer leaves to be hoped for: which of its candidates a browser can use, and whether it wants the channel. */
export function readAnswer(sdp: string, at: number): NonNullable<PeerFacts['answer']> {
  const tokens = tokenizeSdp(sdp);
  const channel = tokens.sections.find(({ media }) => media === 'application');
  return {
    at,
    candidates: candidates(tokens).map(({ candidate }) => kindOf(candidate)),
    channelRejected: channel?.port === 0,
  };
}

/** libwebrtc drops candidates on ports below 1024, and never looks up some host names (failures.md, section e). */
function kindOf({ address, port, transport, tcpType }: Candidate): RemoteCandidateKind {
  if (transport === 'tcp') return tcpType === 'active' ? 'port-low' : 'tcp';
  if (!/^[\d.]+$|:/.test(address)) return 'hostname';
  return port >= 1024 || ((port === 80 || port === 443) && !isPrivate(address)) ? 'usable' : 'port-low';
}

/** RFC 1918, RFC 4193, loopback and link-local. */
function isPrivate(address: string): boolean {
  return /^(?:10\.|127\.|169\.254\.|192\.168\.|172\.(?:1[6-9]|2\d|3[01])\.|f[cde]|::1$)/i.test(address);
}
