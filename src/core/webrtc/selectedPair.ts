import type { CandidatePairFacts, LogEntry, LogEntryOf } from '../session/log.ts';
import { duration } from '../session/wording.ts';
import { type Candidate, parseCandidate } from './candidate.ts';
import { readServerUrl, transportOf } from './serverRules/serverUrl.ts';

/** One end of a candidate pair. */
export interface PairEnd {
  /** `host`, `srflx`, `prflx`, `relay` */
  readonly type: string;
  /** between the two ends: `udp` or `tcp`; '' where the browser does not say */
  readonly protocol: string;
  /** undefined where the browser hides it */
  readonly address?: string;
  readonly port?: number;
  /** URL of the TURN server that relays, and how it is spoken to, which follows from it */
  readonly server?: string;
  readonly relayProtocol?: string;
}

export interface SelectedPair {
  readonly pair: CandidatePairFacts;
  readonly local: PairEnd;
  readonly remote: PairEnd;
  /** id of the `statistics` entry, and why it was written */
  readonly entry: string;
  readonly moment: LogEntryOf<'statistics'>['moment'];
  /** `host to host over UDP, round trip 1 ms` */
  readonly sentence: string;
}

/** The pair that the last attempt's media and messages travel on, as last seen; undefined before there is one. */
export function selectedPair(log: readonly LogEntry[]): SelectedPair | undefined {
  const begin = log.findLastIndex(({ kind }) => kind === 'attempt' || kind === 'run-started');
  const attempt = log.slice(Math.max(begin, 0));
  const seen = attempt.findLast(
    (entry): entry is LogEntryOf<'statistics'> =>
      entry.kind === 'statistics' && selectedOf(entry.pairs) !== undefined,
  );
  const pair = seen === undefined ? undefined : selectedOf(seen.pairs);
  if (seen === undefined || pair === undefined) return undefined;
  const local = withServer(endOf(pair.local), attempt);
  const remote = endOf(pair.remote);
  return {
    pair,
    local,
    remote,
    entry: seen.id,
    moment: seen.moment,
    sentence: sentenceOf(local, remote, pair),
  };
}

function selectedOf(pairs: readonly CandidatePairFacts[]): CandidatePairFacts | undefined {
  const working = pairs.filter(({ state }) => state === 'succeeded');
  return working.find(({ nominated }) => nominated) ?? working[0];
}

/** Statistics name an end as `host udp 192.0.2.1:54400`; an address may be hidden, an IPv6 one has colons. */
function endOf(text: string): PairEnd {
  const [, type = text, protocol = '', address = '', port] =
    /^(\S+) (\S*) (.*?)(?::(\d{1,5}))?$/.exec(text.slice(0, 300)) ?? [];
  return {
    type,
    protocol,
    ...(address === '' || address.startsWith('(') ? {} : { address }),
    ...(port === undefined ? {} : { port: Number(port) }),
  };
}

function withServer(end: PairEnd, attempt: readonly LogEntry[]): PairEnd {
  if (end.type !== 'relay') return end;
  const relays = attempt.flatMap((entry) => {
    if (entry.kind !== 'candidate' || entry.side !== 'local') return [];
    const read = parseCandidate(entry.candidate);
    return read.ok && read.candidate.type === 'relay' ? [{ entry, candidate: read.candidate }] : [];
  });
  const given =
    relays.find(({ candidate }) => isAt(candidate, end)) ?? (relays.length === 1 ? relays[0] : undefined);
  const url = given?.entry.url;
  const relayProtocol =
    given?.entry.relayProtocol ?? (url === undefined ? undefined : transportOf(readServerUrl(url)));
  return {
    ...end,
    ...(url === undefined ? {} : { server: url }),
    ...(relayProtocol === undefined ? {} : { relayProtocol }),
  };
}

function isAt({ address, port }: Candidate, end: PairEnd): boolean {
  return port === end.port && (end.address === undefined || address === end.address);
}

function sentenceOf(local: PairEnd, remote: PairEnd, { roundTripTime }: CandidatePairFacts): string {
  const protocol = local.protocol || remote.protocol;
  const over = protocol === '' ? '' : ` over ${protocol.toUpperCase()}`;
  const time = roundTripTime === undefined ? '' : `, round trip ${duration(roundTripTime)}`;
  return `${wordsFor(local)} to ${remote.type}${over}${time}`;
}

function wordsFor({ type, server, relayProtocol }: PairEnd): string {
  if (relayProtocol === undefined) return type;
  const [url] = (server ?? 'TURN').split('?');
  return `${type} (${url} over ${relayProtocol.toUpperCase()})`;
}
