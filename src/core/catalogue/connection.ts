import type { Proof } from '../diagnosis/diagnosis.ts';
import type { Evidence } from '../diagnosis/evidence.ts';
import type { ConnectionFailure } from '../session/failure.ts';
import { quoted } from './reply.ts';

/** The failure of the connection, where that is what ended the run. */
export function connectionFailure({ trouble }: Evidence): ConnectionFailure | undefined {
  return trouble.what === 'connection' ? trouble.failure : undefined;
}

/** The connection never came up, or went down, for want of ICE. */
export function iceFailed(evidence: Evidence): boolean {
  const failure = connectionFailure(evidence);
  if (failure?.reason === 'ice') return true;
  return failure?.reason === 'timeout' && failure.waitingFor === 'ice';
}

/** The entry of the first change of a state machine to one of these states. */
export function stateEntry(
  { connection }: Evidence,
  machine: string,
  ...to: readonly string[]
): string | undefined {
  return connection.states.find((entry) => entry.machine === machine && to.includes(entry.to))?.id;
}

/** ICE had a working pair at some time of this attempt. */
export function iceWasConnected(evidence: Evidence): boolean {
  return stateEntry(evidence, 'ice', 'connected', 'completed') !== undefined;
}

/** How the connection ended: the entry that failed. */
export function howItEnded(evidence: Evidence): Proof {
  return { entry: evidence.failing.id, says: inWords(evidence) };
}

function inWords(evidence: Evidence): string {
  const failure = connectionFailure(evidence);
  if (failure === undefined) return 'The step failed here.';
  switch (failure.reason) {
    case 'unsupported':
      return `${failure.missing} is absent`;
    case 'configuration':
      return `new RTCPeerConnection threw ${failure.error.name}: ${quoted(failure.error.message)}`;
    case 'sdp':
      return `${failure.operation} threw ${failure.error.name}: ${quoted(failure.error.message.slice(0, 300))}`;
    case 'ice':
      return `connectionState ${failure.connectionState}, iceConnectionState ${failure.iceConnectionState}`;
    case 'dtls':
      return `the DTLS transport is ${failure.dtlsState}`;
    case 'channel':
      return `the data channel’s ${failure.event}${failure.error === undefined ? '' : `: ${quoted(failure.error.message)}`}`;
    case 'timeout':
      return `${failure.limit / 1_000} s passed while waiting for ${failure.waitingFor}`;
    case 'candidate':
      return `addIceCandidate threw ${failure.error.name}: ${quoted(failure.error.message.slice(0, 300))}`;
    case 'limit':
      return `new RTCPeerConnection threw ${failure.error.name}: ${quoted(failure.error.message)}`;
    case 'permission':
    case 'device':
      return `${failure.device}: ${failure.error.name}, ${quoted(failure.error.message)}`;
  }
}
