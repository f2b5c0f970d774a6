import type { ConnectionFailure, RTCIceConnectionStateName } from '../../session/failure.ts';
import type { FactError, Operation } from './peerFact.ts';

const iceStates: readonly RTCIceConnectionStateName[] = [
  'new',
  'checking',
  'connected',
  'completed',
  'disconnected',
  'failed',
  'closed',
];

/** The last states that were seen. */
export interface PeerStates {
  readonly ice: string;
  /** of the transport, from statistics */
  readonly dtls: string | undefined;
}

/** ICE that stands while the connection failed leaves DTLS as the culprit (failures.md, dtls.fingerprint). */
export function failureOfStates({ ice, dtls }: PeerStates): ConnectionFailure {
  if (dtls === 'failed' || ice === 'connected' || ice === 'completed') {
    return { reason: 'dtls', dtlsState: dtls ?? 'unknown' };
  }
  const iceConnectionState = iceStates.find((state) => state === ice) ?? 'failed';
  return { reason: 'ice', iceConnectionState, connectionState: 'failed' };
}

export function failureOfSdp(operation: Operation, { name, message }: FactError): ConnectionFailure {
  return { reason: 'sdp', operation, error: { name, message } };
}

/** What a connection that never came up still waited for. */
export function missing({ ice }: PeerStates): 'ice' | 'dtls' {
  return ice === 'connected' || ice === 'completed' ? 'dtls' : 'ice';
}

/** What a silence of so long would be reported as while the session still ran. */
export function silenceOf(
  { ice }: PeerStates,
  hasRemoteCandidates: boolean,
): { readonly watch: 'checks' | 'no-candidates' | 'dtls' | 'ice-new'; readonly foresees: string } {
  if (ice === 'checking' || ice === 'disconnected') return { watch: 'checks', foresees: 'ice.unreachable' };
  if (ice !== 'new') return { watch: 'dtls', foresees: 'connection.unexplained' };
  return hasRemoteCandidates
    ? { watch: 'ice-new', foresees: 'connection.unexplained' }
    : { watch: 'no-candidates', foresees: 'ice.nocand' };
}
