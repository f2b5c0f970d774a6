import { editAnswer } from './answerEdits.ts';
import { closedPort } from './closedPort.ts';
import {
  blackholed,
  grafted,
  withActiveAnswer,
  withActiveOffer,
  withFlippedFingerprint,
  withOneCandidate,
  withOtherPassword,
  withoutCandidates,
  withoutChannel,
  withPretendedChannel,
} from './farEndSdp.ts';
import type { FarEndFault } from './world.ts';

/** Given our candidates, it would reach us whatever its own answer says: we would connect to a peer-reflexive candidate. */
export function offerForFarEnd(sdp: string, fault: FarEndFault | undefined): string {
  switch (fault?.kind) {
    case 'unreachable':
    case 'no-candidates':
    case 'port-low':
    case 'hostname':
    case 'tcp-only':
      return withoutCandidates(sdp);
    case 'no-handshake':
      return withActiveOffer(sdp);
    case 'no-association':
      return withoutChannel(sdp);
    default:
      return sdp;
  }
}

/** The answer as the fault has it. */
export function answerFromFarEnd(sdp: string, fault: FarEndFault | undefined): string {
  switch (fault?.kind) {
    case 'unreachable':
      return blackholed(sdp);
    case 'port-low':
      return withOneCandidate(sdp, 'udp 2113937151 203.0.113.1 9 typ host');
    case 'hostname':
      return withOneCandidate(sdp, 'udp 2113937151 media.orga-ai.invalid 50000 typ host');
    case 'tcp-only':
      return withOneCandidate(sdp, `tcp 1518280447 127.0.0.1 ${closedPort} typ host tcptype passive`);
    case 'bad-password':
      return withOtherPassword(sdp);
    case 'no-candidates':
      return withoutCandidates(sdp);
    case 'wrong-fingerprint':
      return withFlippedFingerprint(sdp);
    case 'refuses-channel':
      return withoutChannel(sdp);
    case 'no-handshake':
      return withActiveAnswer(sdp);
    case 'no-association':
      return withPretendedChannel(sdp);
    case 'tamper':
      return editAnswer(sdp, fault.edits);
    case 'graft':
      return grafted(fault.sdp, sdp);
    case 'mute':
    case 'closes':
    case 'chatty':
    case 'no-track':
    case 'answer':
    case undefined:
      return sdp;
  }
}
