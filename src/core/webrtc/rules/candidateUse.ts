import { addressKind, isPrivateAddress, isUnspecified } from '../address.ts';
import type { Candidate } from '../candidate.ts';
import type { Description } from '../description.ts';
import type { SdpLine } from '../sdp.ts';

export interface PlacedCandidate {
  readonly candidate: Candidate;
  readonly line: SdpLine;
}

/** Every candidate that can be read, of the sections that are not rejected. */
export function candidatesOf({ media }: Description): readonly PlacedCandidate[] {
  return media.flatMap(({ rejected, candidates }) =>
    rejected
      ? []
      : candidates.flatMap(({ line, result }) => (result.ok ? [{ line, candidate: result.candidate }] : [])),
  );
}

/** It only opens connections; its port stands for none (RFC 6544, section 4.5). */
export function isActiveTcp({ transport, tcpType, port }: Candidate): boolean {
  return transport === 'tcp' && (tcpType?.toLowerCase() === 'active' || port === 0);
}

export function isHostname({ address }: Candidate): boolean {
  return addressKind(address) === 'name' || addressKind(address) === 'mdns';
}

/** Why Chromium drops a remote candidate without a word (libwebrtc, `VerifyCandidate`); undefined where it does not. */
export function whyDropped(candidate: Candidate): 'unspecified' | 'port' | 'private-port' | undefined {
  if (isUnspecified(candidate.address)) return 'unspecified';
  if (isActiveTcp(candidate) || candidate.port >= 1_024) return undefined;
  if (candidate.port !== 80 && candidate.port !== 443) return 'port';
  return isPrivateAddress(candidate.address) ? 'private-port' : undefined;
}

/** Whether the other side can send a check to it; of a name nobody knows before it is looked up. */
export function isReachable(candidate: Candidate, relayOnly: boolean): boolean {
  return (
    !isActiveTcp(candidate) && whyDropped(candidate) === undefined && !(relayOnly && isHostname(candidate))
  );
}

/** How grave it is that one candidate is of no use: an error where no other is. */
export function graveness(all: readonly PlacedCandidate[], relayOnly: boolean): 'error' | 'warning' {
  return all.some(({ candidate }) => isReachable(candidate, relayOnly)) ? 'warning' : 'error';
}
