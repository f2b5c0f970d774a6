import type { CandidatePairFacts, LogEntryOf, Unlogged } from '../../core/session/log.ts';

/** How often candidate pairs are looked at while the connection is being made, ms. */
const samplePeriod = 250;

type Snapshot = Pick<LogEntryOf<'statistics'>, 'pairs' | 'transport'>;

export interface StatisticsObservation {
  /** Reports the candidate pairs as they are, or as they were last seen: Chromium erases them when a connection fails. */
  report(moment: 'connected' | 'failed'): Promise<void>;
  detach(): void;
}

/**
 * Samples the candidate pairs of a peer connection from its first description until it is connected or failed
 * (failures.md, fact 1: at the failure itself they are gone).
 */
export function observeStatistics(
  connection: RTCPeerConnection,
  report: (entry: Unlogged) => string,
): StatisticsObservation {
  let last: Snapshot = { pairs: [] };
  let timer: ReturnType<typeof setTimeout> | undefined;
  let detached = false;

  async function sample(): Promise<void> {
    const now = await snapshot(connection);
    if (now !== undefined) last = { ...now, pairs: now.pairs.length > 0 ? now.pairs : last.pairs };
  }

  function settled(): boolean {
    return detached || ['connected', 'failed', 'closed'].includes(connection.connectionState);
  }

  async function keepSampling(): Promise<void> {
    await sample();
    if (!settled()) timer = setTimeout(keepSampling, samplePeriod);
  }

  function onDescription(): void {
    if (timer !== undefined || settled()) return;
    timer = setTimeout(keepSampling, samplePeriod);
  }

  connection.addEventListener('signalingstatechange', onDescription);
  return {
    async report(moment) {
      await sample();
      if (!detached) report({ kind: 'statistics', moment, ...last });
    },
    detach() {
      detached = true;
      clearTimeout(timer);
      connection.removeEventListener('signalingstatechange', onDescription);
    },
  };
}

/** undefined where the browser no longer gives any. */
async function snapshot(connection: RTCPeerConnection): Promise<Snapshot | undefined> {
  const report = await connection.getStats().catch(() => undefined);
  if (report === undefined) return undefined;
  const stats = new Map<string, Stat>();
  report.forEach((stat: Stat) => {
    stats.set(stat.id, stat);
  });
  const all = [...stats.values()];
  const transport = all.find(({ type }) => type === 'transport');
  return {
    pairs: all.filter(({ type }) => type === 'candidate-pair').map((pair) => pairFacts(pair, stats)),
    ...(transport === undefined ? {} : { transport: transportFacts(transport) }),
  };
}

/** Statistics members as webrtc-stats names them; every one may be absent. */
interface Stat {
  readonly id: string;
  readonly type: string;
  readonly localCandidateId?: string;
  readonly remoteCandidateId?: string;
  readonly state?: string;
  readonly nominated?: boolean;
  readonly requestsSent?: number;
  readonly responsesReceived?: number;
  /** seconds */
  readonly currentRoundTripTime?: number;
  readonly candidateType?: string;
  readonly protocol?: string;
  readonly address?: string | null;
  readonly port?: number;
  readonly dtlsState?: string;
  readonly iceState?: string;
  readonly packetsReceived?: number;
}

function pairFacts(pair: Stat, stats: ReadonlyMap<string, Stat>): CandidatePairFacts {
  return {
    local: candidateWords(stats.get(pair.localCandidateId ?? '')),
    remote: candidateWords(stats.get(pair.remoteCandidateId ?? '')),
    state: pair.state ?? 'unknown',
    nominated: pair.nominated ?? false,
    requestsSent: pair.requestsSent ?? 0,
    responsesReceived: pair.responsesReceived ?? 0,
    ...(pair.currentRoundTripTime === undefined ? {} : { roundTripTime: pair.currentRoundTripTime * 1000 }),
  };
}

function transportFacts({ dtlsState, iceState, packetsReceived }: Stat) {
  return {
    dtlsState: dtlsState ?? 'unknown',
    ...(iceState === undefined ? {} : { iceState }),
    ...(packetsReceived === undefined ? {} : { packetsReceived }),
  };
}

/** For example `host udp 192.0.2.1:54400`; browsers keep the address of a local host candidate to themselves. */
function candidateWords(candidate: Stat | undefined): string {
  if (candidate === undefined) return 'unknown';
  const { candidateType = 'unknown', protocol = '', address, port } = candidate;
  return `${candidateType} ${protocol} ${address ? address : '(address hidden)'}${port === undefined ? '' : `:${port}`}`;
}
