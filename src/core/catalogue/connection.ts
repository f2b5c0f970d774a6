import type { Proof } from '../diagnosis/diagnosis.ts';
import type { Evidence } from '../diagnosis/evidence.ts';
import { silenceInWords } from '../diagnosis/silences.ts';
import type { ConnectionFailure } from '../session/failure.ts';
import type { LogEntryOf, Watch } from '../session/log.ts';
import { quoted } from './reply.ts';

/** The failure of the connection, where that is what ended the run. */
export function connectionFailure({ trouble }: Evidence): ConnectionFailure | undefined {
  return trouble.what === 'connection' ? trouble.failure : undefined;
}

/** The connection never came up, or went down, for want of ICE. */
export function iceFailed(evidence: Evidence): boolean {
  const failure = connectionFailure(evidence);
  switch (failure?.reason) {
    case 'ice':
      return true;
    case 'timeout':
      return failure.waitingFor === 'ice';
    case 'dtls':
    case 'channel':
      // Firefox ends DTLS and the channel together with ICE, in any order (failures.md, section e).
      return (
        !iceWasConnected(evidence) &&
        ['connection', 'ice'].some((machine) => stateEntry(evidence, machine, 'failed') !== undefined)
      );
    default:
      return false;
  }
}

/** No pair ever worked: ICE failed, or the run still waits for it. */
export function noPath(evidence: Evidence): boolean {
  if (iceWasConnected(evidence)) return false;
  return evidence.phase === 'waiting' || iceFailed(evidence);
}

/** Of a run that still waits: one of these silences lasts. True of every other run. */
export function silentAbout({ phase, connection }: Evidence, ...watches: readonly Watch[]): boolean {
  return phase !== 'waiting' || connection.silences.some(({ watch }) => watches.includes(watch));
}

/** The entry of the first change of a state machine to one of these states. */
export function stateEntry(
  { connection }: Evidence,
  machine: string,
  ...to: readonly string[]
): string | undefined {
  return connection.states.find((entry) => entry.machine === machine && to.includes(entry.to))?.id;
}

/** The state that a machine was last seen in. */
export function lastState({ connection }: Evidence, machine: string): LogEntryOf<'state'> | undefined {
  return connection.states.findLast((entry) => entry.machine === machine);
}

/** ICE had a working pair at some time of this attempt. */
export function iceWasConnected(evidence: Evidence): boolean {
  return (
    stateEntry(evidence, 'ice', 'connected', 'completed') !== undefined ||
    stateEntry(evidence, 'connection', 'connected') !== undefined ||
    (evidence.connection.pairs?.pairs.some(({ state }) => state === 'succeeded') ?? false)
  );
}

/** Checks and their answers over all pairs, as they were last seen. `sent` is undefined where no pair tells it. */
export function checks({ connection }: Evidence): {
  readonly sent: number | undefined;
  readonly answered: number;
} {
  const pairs = connection.pairs?.pairs ?? [];
  const told = pairs.flatMap(({ requestsSent }) => requestsSent ?? []);
  return {
    sent: pairs.length > 0 && told.length === 0 ? undefined : told.reduce((sum, sent) => sum + sent, 0),
    answered: pairs.reduce((sum, pair) => sum + (pair.responsesReceived ?? 0), 0),
  };
}

/** The last statistics in which the transport had received packets. */
export function packetsSeen({ connection }: Evidence): LogEntryOf<'statistics'> | undefined {
  return connection.statistics.findLast(({ transport }) => (transport?.packetsReceived ?? 0) > 0);
}

/** Whether the browser says of itself that it is Firefox. */
export function isFirefox({ run }: Evidence): boolean {
  return /firefox\//i.test(run?.userAgent ?? '');
}

/** `1 candidate`, `3 candidates` */
export function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}

/** An entry as a proof; none where there is no such entry. */
export function proofOf(entry: string | undefined, says: string): readonly Proof[] {
  return entry === undefined ? [] : [{ entry, says }];
}

/** How the connection ended, or what it still waits for. */
export function howItEnded(evidence: Evidence): Proof {
  const [silence] = evidence.connection.silences;
  if (evidence.phase === 'waiting' && silence !== undefined)
    return { entry: silence.id, says: silenceInWords(silence) };
  return { entry: evidence.failing.id, says: inWords(evidence) };
}

function inWords(evidence: Evidence): string {
  const failure = connectionFailure(evidence);
  if (failure === undefined) {
    return evidence.phase === 'failed' ? 'the step failed here' : 'the last that is known of the run';
  }
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
