import { readStatistics, type Snapshot, type StatisticsSample } from '../../session/readStatistics.ts';
import type { PeerSample } from './peerTrace.ts';

/** When a standing connection's statistics are written into the log, ms after it came to stand; then ever more rarely. */
const firstSnapshot = 3_000;
const snapshotsApart = 4;

export interface PeerStatistics {
  /** `moment`: the sample is worth an entry, if the connection stands. */
  take(sample: PeerSample): {
    readonly sample: StatisticsSample;
    readonly snapshot: Snapshot;
    readonly channelOpen: boolean;
    readonly moment: 'connected' | 'sample' | undefined;
  };
  /** The connection stands from now on. */
  begin(at: number): void;
  /** The pairs as they were last seen: Chromium erases them when a connection fails. */
  last(): Snapshot | undefined;
}

/** Looks at the samples of a dump as the debugger looks at a living connection. */
export function createPeerStatistics(): PeerStatistics {
  let last: Snapshot | undefined;
  let stands: number | undefined;
  let due = 0;
  return {
    take({ at, stats }) {
      const { snapshot, sample } = readStatistics(stats);
      last = snapshot.pairs.length > 0 || last === undefined ? snapshot : { ...snapshot, pairs: last.pairs };
      const channelOpen = stats.some(({ type, state }) => type === 'data-channel' && state === 'open');
      const worth = stands !== undefined && at - stands >= due;
      const moment = worth ? (due === 0 ? ('connected' as const) : ('sample' as const)) : undefined;
      if (worth) due = due === 0 ? firstSnapshot : due * snapshotsApart;
      return { sample: tamed(sample), snapshot: last, channelOpen, moment };
    },
    begin(at) {
      stands = at;
      due = 0;
    },
    last: () => last,
  };
}

/** Texts of a series are states, nothing else: they are not redacted one by one. */
function tamed(sample: StatisticsSample): StatisticsSample {
  const state = (text: string | undefined) =>
    text !== undefined && /^[a-z-]{1,20}$/.test(text) ? text : undefined;
  return { ...sample, iceState: state(sample.iceState), dtlsState: state(sample.dtlsState) };
}
