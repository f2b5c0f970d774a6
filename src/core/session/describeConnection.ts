import { type Candidate, parseCandidate } from '../webrtc/candidate.ts';
import type { LogEntryOf } from './log.ts';
import { duration, plural, quoted } from './wording.ts';

const machines = {
  signaling: 'Signaling',
  gathering: 'ICE gathering',
  ice: 'ICE',
  connection: 'Connection',
  dtls: 'DTLS',
  sctp: 'SCTP',
  channel: 'Data channel',
} as const satisfies Record<LogEntryOf<'state'>['machine'], string>;

export function describeServers(entry: LogEntryOf<'ice-servers'>): string {
  const urls = entry.servers.flatMap((server) => server.urls);
  const turn = urls.filter((url) => /^turns?:/i.test(url)).length;
  const out =
    entry.leftOut.length === 0
      ? ''
      : `; ${plural(entry.leftOut.length, 'URL')} left out, because the host name is reserved and cannot exist`;
  return `${plural(entry.servers.length, 'ICE server')}: ${urls.length - turn} STUN and ${plural(turn, 'TURN URL')}${out}`;
}

export function describeCandidate(entry: LogEntryOf<'candidate'>): string {
  const side = entry.side === 'local' ? 'Local' : 'Remote';
  if (entry.candidate === '') return `${side} candidates: end`;
  const result = parseCandidate(entry.candidate);
  return result.ok
    ? `${side} candidate: ${candidateLine(result.candidate)}`
    : `${side} candidate, unreadable: ${entry.candidate}`;
}

function candidateLine({ type, transport, address, port, relatedAddress, relatedPort }: Candidate): string {
  const related = relatedAddress === undefined ? '' : ` from ${relatedAddress}:${relatedPort ?? '?'}`;
  return `${type} ${transport} ${address.includes(':') ? `[${address}]` : address}:${port}${related}`;
}

export function describeCandidateError(entry: LogEntryOf<'candidate-error'>): string {
  const text = entry.errorText === '' ? '' : ` ${quoted(entry.errorText)}`;
  const from = entry.address === undefined ? '' : ` from ${entry.address}:${entry.port ?? '?'}`;
  return `${entry.url}: error ${entry.errorCode}${text}${from}`;
}

export function describeDescription({ side, type, sdp }: LogEntryOf<'description'>): string {
  const sections = plural(sdp.split(/^m=/m).length - 1, 'media section');
  return `${side === 'local' ? 'Local' : 'Remote'} ${type}: ${sections}, ${plural(sdp.length, 'character')}`;
}

export function describeState({ machine, to }: LogEntryOf<'state'>): string {
  return `${machines[machine]} state is ${to}`;
}

export function describeChannel(entry: LogEntryOf<'channel'>): string {
  const type = entry.messageType ?? 'a message without a type';
  switch (entry.event) {
    case 'open':
      return `Data channel ${entry.label} is open`;
    case 'received':
      return `Received ${type}`;
    case 'sent':
      return `Sent ${type}`;
    case 'error': {
      const { error } = entry;
      const detail =
        error?.errorDetail === undefined
          ? ''
          : ` (${error.errorDetail}${error.sctpCauseCode === undefined ? '' : `, SCTP cause ${error.sctpCauseCode}`})`;
      return `Data channel error${error === undefined ? '' : `: ${error.message}`}${detail}`;
    }
    case 'closing':
      return `Data channel ${entry.label} is closing`;
    case 'close':
      return `Data channel ${entry.label} closed`;
  }
}

export function describeStatistics(entry: LogEntryOf<'statistics'>): string {
  const pair = entry.pairs.find((each) => each.nominated);
  const chosen = pair === undefined ? '' : `, ${pair.local} ↔ ${pair.remote}`;
  const time = pair?.roundTripTime === undefined ? '' : `, round trip ${duration(pair.roundTripTime)}`;
  const dtls = entry.transport === undefined ? '' : `, DTLS ${entry.transport.dtlsState}`;
  return `Statistics (${entry.moment}): ${plural(entry.pairs.length, 'candidate pair')}${chosen}${time}${dtls}`;
}
