import type { CandidatePairFacts, LogEntryOf, RtpFacts } from './log.ts';

/** What a statistics entry holds. */
export type Snapshot = Pick<LogEntryOf<'statistics'>, 'pairs' | 'transport' | 'rtp'>;

/** One sample of the running series. The names are columns: they never change, absent is undefined. */
export interface StatisticsSample extends Readonly<Record<string, number | string | undefined>> {
  /** ms, of the selected pair */
  readonly rtt: number | undefined;
  /** bit/s */
  readonly availableOutgoingBitrate: number | undefined;
  /** of the selected pair or, while there is none, of all */
  readonly requestsSent: number | undefined;
  readonly responsesReceived: number | undefined;
  readonly bytesSent: number | undefined;
  readonly bytesReceived: number | undefined;
  /** of the transport */
  readonly packetsSent: number | undefined;
  readonly packetsReceived: number | undefined;
  /** inbound audio */
  readonly audioPacketsReceived: number | undefined;
  readonly packetsLost: number | undefined;
  /** ms */
  readonly jitter: number | undefined;
  /** 0 to 1, of what the far end sends, while it is played, and of what we send */
  readonly audioLevel: number | undefined;
  readonly microphoneLevel: number | undefined;
  /** inbound and outbound video */
  readonly framesDecoded: number | undefined;
  readonly framesSent: number | undefined;
  readonly iceState: string | undefined;
  readonly dtlsState: string | undefined;
}

export interface Statistics {
  readonly snapshot: Snapshot;
  readonly sample: StatisticsSample;
}

/** Statistics members as webrtc-stats names them; every one but the first two may be absent. */
export interface Stat {
  readonly id: string;
  readonly type: string;
  readonly kind?: string;
  readonly localCandidateId?: string;
  readonly remoteCandidateId?: string;
  readonly selectedCandidatePairId?: string;
  readonly state?: string;
  readonly nominated?: boolean;
  readonly requestsSent?: number;
  readonly responsesReceived?: number;
  /** seconds */
  readonly currentRoundTripTime?: number;
  readonly availableOutgoingBitrate?: number;
  readonly candidateType?: string;
  readonly protocol?: string;
  readonly address?: string | null;
  readonly port?: number;
  readonly dtlsState?: string;
  readonly iceState?: string;
  readonly packetsSent?: number;
  readonly packetsReceived?: number;
  readonly packetsLost?: number;
  readonly bytesSent?: number;
  readonly bytesReceived?: number;
  /** seconds */
  readonly jitter?: number;
  readonly audioLevel?: number;
  readonly totalSamplesReceived?: number;
  readonly framesDecoded?: number;
  readonly framesSent?: number;
}

/** Takes a report of getStats apart, in one pass. */
export function readStatistics(report: { forEach(visit: (stat: Stat) => void): void }): Statistics {
  const candidates = new Map<string, Stat>();
  const pairs: Stat[] = [];
  const rtp: Stat[] = [];
  let transport: Stat | undefined;
  let source: Stat | undefined;
  report.forEach((stat: Stat) => {
    const { type } = stat;
    if (type === 'local-candidate' || type === 'remote-candidate') candidates.set(stat.id, stat);
    else if (type === 'candidate-pair') pairs.push(stat);
    else if (type === 'inbound-rtp' || type === 'outbound-rtp') rtp.push(stat);
    else if (type === 'transport') transport = stat;
    else if (type === 'media-source' && stat.kind === 'audio') source = stat;
  });
  return {
    snapshot: {
      pairs: pairs.map((pair) => pairFacts(pair, candidates)),
      ...(transport === undefined ? {} : { transport: transportFacts(transport) }),
      ...(rtp.length === 0 ? {} : { rtp: rtp.map(rtpFacts) }),
    },
    sample: sampleOf(pairs, rtp, transport, source),
  };
}

function sampleOf(
  pairs: readonly Stat[],
  rtp: readonly Stat[],
  transport: Stat | undefined,
  source: Stat | undefined,
): StatisticsSample {
  const selected = pairs.find(({ id }) => id === transport?.selectedCandidatePairId) ?? nominatedPair(pairs);
  const asked = selected === undefined ? pairs : [selected];
  const of = (type: string, kind: string) => rtp.find((stat) => stat.type === type && stat.kind === kind);
  const heard = of('inbound-rtp', 'audio');
  return {
    rtt: inMs(selected?.currentRoundTripTime),
    availableOutgoingBitrate: selected?.availableOutgoingBitrate,
    requestsSent: sum(asked, 'requestsSent'),
    responsesReceived: sum(asked, 'responsesReceived'),
    bytesSent: transport?.bytesSent ?? selected?.bytesSent,
    bytesReceived: transport?.bytesReceived ?? selected?.bytesReceived,
    packetsSent: transport?.packetsSent,
    packetsReceived: transport?.packetsReceived,
    audioPacketsReceived: heard?.packetsReceived,
    packetsLost: heard?.packetsLost,
    jitter: inMs(heard?.jitter),
    // Chromium decodes nothing until it is played: its level is then no measurement.
    audioLevel: heard?.totalSamplesReceived === 0 ? undefined : heard?.audioLevel,
    microphoneLevel: source?.audioLevel,
    framesDecoded: of('inbound-rtp', 'video')?.framesDecoded,
    framesSent: of('outbound-rtp', 'video')?.framesSent,
    iceState: transport?.iceState,
    dtlsState: transport?.dtlsState,
  };
}

/** Of a browser whose transport names no `selectedCandidatePairId`. */
function nominatedPair(pairs: readonly Stat[]): Stat | undefined {
  return pairs.find(({ nominated, state }) => nominated === true && state === 'succeeded');
}

/** undefined where no pair tells it. */
function sum(pairs: readonly Stat[], name: 'requestsSent' | 'responsesReceived'): number | undefined {
  const told = pairs.flatMap((pair) => pair[name] ?? []);
  return told.length === 0 ? undefined : told.reduce((total, value) => total + value, 0);
}

function pairFacts(pair: Stat, candidates: ReadonlyMap<string, Stat>): CandidatePairFacts {
  const roundTripTime = inMs(pair.currentRoundTripTime);
  return {
    local: candidateWords(candidates.get(pair.localCandidateId ?? '')),
    remote: candidateWords(candidates.get(pair.remoteCandidateId ?? '')),
    state: pair.state ?? 'unknown',
    nominated: pair.nominated ?? false,
    ...(pair.requestsSent === undefined ? {} : { requestsSent: pair.requestsSent }),
    ...(pair.responsesReceived === undefined ? {} : { responsesReceived: pair.responsesReceived }),
    ...(roundTripTime === undefined ? {} : { roundTripTime }),
  };
}

function transportFacts({ dtlsState, iceState, packetsReceived }: Stat) {
  return {
    dtlsState: dtlsState ?? 'unknown',
    ...(iceState === undefined ? {} : { iceState }),
    ...(packetsReceived === undefined ? {} : { packetsReceived }),
  };
}

function rtpFacts(stat: Stat): RtpFacts {
  const inbound = stat.type === 'inbound-rtp';
  const packets = inbound ? stat.packetsReceived : stat.packetsSent;
  const bytes = inbound ? stat.bytesReceived : stat.bytesSent;
  return {
    direction: inbound ? 'inbound' : 'outbound',
    media: stat.kind === 'video' ? 'video' : 'audio',
    ...(packets === undefined ? {} : { packets }),
    ...(bytes === undefined ? {} : { bytes }),
    ...(inbound && stat.packetsLost !== undefined ? { packetsLost: stat.packetsLost } : {}),
  };
}

/** For example `host udp 192.0.2.1:54400`; browsers keep the address of a local host candidate to themselves. */
function candidateWords(candidate: Stat | undefined): string {
  if (candidate === undefined) return 'unknown';
  const { candidateType = 'unknown', protocol = '', address, port } = candidate;
  return `${candidateType} ${protocol} ${address ? address : '(address hidden)'}${port === undefined ? '' : `:${port}`}`;
}

function inMs(seconds: number | undefined): number | undefined {
  return seconds === undefined ? undefined : seconds * 1000;
}
