import type { Evidence } from '../diagnosis/evidence.ts';
import { isPrivateAddress } from '../webrtc/address.ts';
import type { Candidate } from '../webrtc/candidate.ts';
import { candidates, tokenizeSdp } from '../webrtc/sdp.ts';

/** What a browser makes of the answer’s candidates. */
export interface RemoteCandidates {
  /** the browser will send checks there */
  readonly usable: number;
  /** of those, the ones on this machine or its network */
  readonly local: number;
  /** a name instead of an address */
  readonly named: readonly string[];
  /** ports that Chromium drops silently */
  readonly low: readonly number[];
  /** passive TCP */
  readonly tcp: readonly Candidate[];
}

// A run is judged again with each entry of its log, while its answer stays: one reading is remembered.
let last: { readonly sdp: string; readonly read: RemoteCandidates } | undefined;

/** Sorts the answer’s candidates; `undefined` without an answer. */
export function remoteCandidates({ connection }: Evidence): RemoteCandidates | undefined {
  const sdp = connection.answer?.sdp;
  if (sdp === undefined) return undefined;
  if (last?.sdp !== sdp) last = { sdp, read: sort(sdp) };
  return last.read;
}

function sort(sdp: string): RemoteCandidates {
  const named: string[] = [];
  const low: number[] = [];
  const tcp: Candidate[] = [];
  let usable = 0;
  let local = 0;
  for (const { candidate } of candidates(tokenizeSdp(sdp))) {
    const { address, port, transport, tcpType } = candidate;
    // An active one connects to us and takes no check of ours; its port, 9, means nothing (RFC 6544).
    if (transport === 'tcp' && tcpType === 'active') continue;
    if (isDropped(address, port)) low.push(port);
    else if (!isAddress(address)) named.push(address);
    else if (transport === 'tcp') tcp.push(candidate);
    else {
      usable += 1;
      if (isPrivateAddress(address)) local += 1;
    }
  }
  return { usable, local, named, low, tcp };
}

/** libwebrtc: "candidate has port below 1024, but not 80 or 443", and those two only on public addresses. */
function isDropped(address: string, port: number): boolean {
  if (port >= 1_024) return false;
  return !((port === 80 || port === 443) && !isPrivateAddress(address));
}

function isAddress(address: string): boolean {
  return /^[\d.]+$/.test(address) || address.includes(':');
}
