import type { Diagnosis } from '../../diagnosis/diagnosis.ts';
import type { ConnectionFailure } from '../../session/failure.ts';
import type { LogEntry, LogEntryOf } from '../../session/log.ts';
import type { ReplayFarEnd } from './replayScenario.ts';

/** What is played after the answer, and in words where it is not what happened. */
export interface FarEndPart {
  readonly farEnd?: ReplayFarEnd;
  readonly foresight?: string;
}

type SimpleKind = Exclude<ReplayFarEnd['kind'], 'closes' | 'answer' | 'graft'>;

/** Verdicts that a far end alone brings about. */
const byCode: Readonly<Record<string, SimpleKind>> = {
  'ice.nocand': 'no-candidates',
  'ice.port-low': 'port-low',
  'ice.hostname': 'hostname',
  'ice.tcp-only-dead': 'tcp-only',
  'ice.unreachable': 'unreachable',
  'ice.badpwd': 'bad-password',
  'net.udp-blocked': 'unreachable',
  'dtls.fingerprint': 'wrong-fingerprint',
  'app.no-session': 'mute',
  'media.noframes': 'no-track',
};

/** Verdicts about ICE servers or about what this side does: the far end is a good one. */
const notTheFarEnd =
  /^(?:turns?\.|ice\.dns$|relay\.noturn$|sig\.|ice\.add$|pc\.limit$|cfg\.|media\.|play\.|gather\.)/;

/** A far end that hangs up needs no longer than this to be seen to have been there, ms. */
const longestStay = 300;

/** The class of what came after the answer. `log` is one attempt. */
export function replayFarEnd(log: readonly LogEntry[], verdict: Diagnosis | undefined): FarEndPart {
  const answer = log.findLast(
    (entry): entry is LogEntryOf<'description'> => entry.kind === 'description' && entry.side === 'remote',
  );
  const failure = log.findLast(
    (entry): entry is LogEntryOf<'connection-failure'> =>
      entry.kind === 'connection-failure' && entry.step === 'connection',
  )?.failure;
  const code = verdict?.code ?? '';
  if (code.startsWith('sdp.') && answer !== undefined) {
    const refused = failure?.reason === 'sdp';
    return { farEnd: { kind: refused ? 'answer' : 'graft', sdp: answer.sdp } };
  }
  // A session that was up can only be hung up on here: no network fails in the middle.
  const wasUp = log.some((entry) => entry.kind === 'run' && entry.state === 'connected');
  if (wasUp && failure !== undefined && failure.reason !== 'channel') {
    return { farEnd: { kind: 'closes', after: longestStay }, foresight: cannot(verdict) };
  }
  const kind = byCode[code];
  if (kind !== undefined) return { farEnd: { kind } };
  if (failure === undefined || notTheFarEnd.test(code)) return {};
  const farEnd = byFailure(failure, log);
  if (farEnd === undefined) return { foresight: cannot(verdict) };
  return code === 'dc.remote-close' || code === 'connection.unexplained' || code === 'clock.sleep'
    ? { farEnd }
    : { farEnd, foresight: cannot(verdict) };
}

function byFailure(failure: ConnectionFailure, log: readonly LogEntry[]): ReplayFarEnd | undefined {
  switch (failure.reason) {
    case 'timeout':
      return { kind: byWait[failure.waitingFor] };
    case 'ice':
      return { kind: 'unreachable' };
    case 'dtls':
      return { kind: 'wrong-fingerprint' };
    case 'channel':
      return closing(log);
    default:
      return undefined;
  }
}

const byWait = {
  ice: 'unreachable',
  dtls: 'no-handshake',
  channel: 'no-association',
  'session.created': 'mute',
} as const;

function closing(log: readonly LogEntry[]): ReplayFarEnd {
  const channel = log.filter((entry) => entry.kind === 'channel');
  const opened = channel.find(({ event }) => event === 'open');
  if (opened === undefined) return { kind: 'no-association' };
  const closed = channel.find(({ event, at }) => event.startsWith('clos') && at >= opened.at);
  const silent = !channel.some(({ event }) => event === 'received');
  const after = closed === undefined ? 0 : Math.round(Math.min(longestStay, closed.at - opened.at));
  return { kind: 'closes', after, ...(silent && { silent }) };
}

function cannot(verdict: Diagnosis | undefined): string {
  const title = verdict === undefined ? 'what happened' : `“${verdict.title}”`;
  return `The far end in this page cannot do ${title}: it fails at the same place in another way, so the verdict may be another one.`;
}
