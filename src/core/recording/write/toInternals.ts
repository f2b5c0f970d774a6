import type { LogEntry, LogEntryOf } from '../../session/log.ts';
import type { Recording } from '../recording.ts';
import { browserName } from './browserName.ts';
import { internalsStats, type StatsColumns } from './internalsStats.ts';
import { utcTime } from './visibleText.ts';

/** One line of a peer connection's trace. */
interface TraceEvent {
  /** parsed with `new Date` by who reads it */
  readonly time: string;
  /** epoch ms */
  readonly timestamp: number;
  readonly type: string;
  readonly value: string;
}

interface PeerConnectionDump {
  readonly pid: number;
  readonly rid: number;
  readonly url: string;
  readonly rtcConfiguration: string;
  readonly constraints: string;
  readonly updateLog: readonly TraceEvent[];
  readonly stats: StatsColumns;
}

/**
 * The peer connections of a recording as chrome://webrtc-internals saves them (Chromium 142 and later: values as JSON).
 * `UserAgentData` is put together from the user agent where there was none: importers refuse a dump without it.
 */
export function toInternals(recording: Recording) {
  const connections = attemptsOf(recording.log).flatMap((entries, index, all) => {
    const dump = connectionDump(recording, entries, index === all.length - 1);
    return dump === undefined ? [] : [[`1-${index + 1}`, dump] as const];
  });
  return {
    getUserMedia: [],
    PeerConnections: Object.fromEntries(connections),
    UserAgent: recording.userAgent,
    UserAgentData: userAgentData(recording.userAgent),
    timestamp: recording.startedAt,
  };
}

/** Each attempt makes a peer connection of its own. */
function attemptsOf(log: readonly LogEntry[]): readonly (readonly LogEntry[])[] {
  const attempts: LogEntry[][] = [];
  for (const entry of log) {
    const last = attempts.at(-1);
    if (last === undefined || entry.kind === 'attempt' || entry.kind === 'run-started')
      attempts.push([entry]);
    else last.push(entry);
  }
  return attempts;
}

function connectionDump(
  recording: Recording,
  entries: readonly LogEntry[],
  last: boolean,
): PeerConnectionDump | undefined {
  const updateLog = entries.flatMap((entry) =>
    traceOf(entry).map(([type, value]) => ({
      time: utcTime(recording.startedAt + entry.at),
      timestamp: recording.startedAt + entry.at,
      type,
      value,
    })),
  );
  const stats = internalsStats(entries, last ? recording.series : undefined, recording.startedAt);
  if (updateLog.length === 0 && Object.keys(stats).length === 0) return undefined;
  const run = recording.log.find((entry) => entry.kind === 'run-started');
  return {
    pid: 1,
    rid: 1,
    url: run?.pageUrl ?? 'unknown',
    rtcConfiguration: configuration(entries, recording.log, run),
    constraints: '',
    updateLog,
    stats,
  };
}

function configuration(
  entries: readonly LogEntry[],
  log: readonly LogEntry[],
  run: LogEntryOf<'run-started'> | undefined,
): string {
  const handed = [entries, log]
    .map((list) => list.findLast((entry) => entry.kind === 'ice-servers'))
    .find((entry) => entry !== undefined);
  const iceServers = (handed?.servers ?? []).map(({ urls, username, credential }) => ({
    urls,
    username,
    credential,
  }));
  return JSON.stringify({ iceServers, iceTransportPolicy: run?.settings.iceTransportPolicy });
}

const machines = {
  signaling: 'signalingstatechange',
  gathering: 'icegatheringstatechange',
  ice: 'iceconnectionstatechange',
  connection: 'connectionstatechange',
  dtls: undefined,
  sctp: undefined,
  channel: undefined,
} as const satisfies Record<LogEntryOf<'state'>['machine'], string | undefined>;

/** What Chromium would have traced: type and value. Nothing of what it does not know, such as requests. */
function traceOf(entry: LogEntry): readonly (readonly [type: string, value: string])[] {
  switch (entry.kind) {
    case 'description': {
      const value = JSON.stringify({ type: entry.type, sdp: entry.sdp });
      if (entry.side === 'remote') return [['setRemoteDescription', value]];
      const created = entry.type === 'offer' ? 'createOfferOnSuccess' : 'createAnswerOnSuccess';
      return [
        [created, value],
        ['setLocalDescription', value],
      ];
    }
    case 'state': {
      const type = machines[entry.machine];
      return type === undefined ? [] : [[type, JSON.stringify(entry.to)]];
    }
    case 'candidate': {
      const { candidate, mid, url, relayProtocol } = entry;
      const value = JSON.stringify({
        candidate,
        sdpMid: mid,
        sdpMLineIndex: lineIndex(mid),
        url,
        relayProtocol,
      });
      return [[entry.side === 'local' ? 'icecandidate' : 'addIceCandidate', value]];
    }
    case 'candidate-error': {
      const { url, address, port, errorCode, errorText } = entry;
      return [['icecandidateerror', JSON.stringify({ url, address, port, errorCode, errorText })]];
    }
    case 'channel': {
      const { label, event, error } = entry;
      if (event === 'sent' || event === 'received') return [];
      return [[`datachannel-${event}`, JSON.stringify({ label, error })]];
    }
    case 'track':
      return entry.event === 'added' ? [['track', JSON.stringify({ kind: entry.media })]] : [];
    case 'connection-failure':
      return entry.failure.reason === 'sdp'
        ? [[`${entry.failure.operation}OnFailure`, JSON.stringify(entry.failure.error.message)]]
        : [];
    case 'run':
      return entry.state === 'failed' || entry.state === 'stopped' ? [['close', '']] : [];
    default:
      return [];
  }
}

/** A numeric mid is Chromium's own, and then the index of its m-line. */
function lineIndex(mid: string | undefined): number {
  return mid !== undefined && /^\d{1,4}$/.test(mid) ? Number(mid) : 0;
}

/** In the order in which Chromium's importers look at it: the third brand is the one that is shown. */
function userAgentData(userAgent: string) {
  const { name, version } = browserName(userAgent);
  return [
    { brand: 'Not_A Brand', version: '99.0.0.0' },
    { brand: name === 'Chrome' || name === 'Edg' || name === 'OPR' ? 'Chromium' : name, version },
    { brand: name, version },
  ];
}
