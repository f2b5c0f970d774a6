import { isPrivateAddress } from '../webrtc/address.ts';
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
  if (isPrivateAddress(address)) return port >= 1024 ? 'local' : 'port-low';
  return port >= 1024 || port === 80 || port === 443 ? 'usable' : 'port-low';
}
