import type { Unlogged } from '../../core/session/log.ts';
import { readStatistics, type Snapshot, type Statistics } from '../../core/session/readStatistics.ts';

/** How often statistics are looked at: while the connection is being made or in trouble, and while it stands, ms. */
const periods = { making: 250, standing: 1000 } as const;

/** When a standing connection's statistics are written into the log, ms after it came to stand; then ever more rarely. */
const firstSnapshot = 3000;
const snapshotsApart = 4;

export interface StatisticsObservation {
  /** Reports the candidate pairs as they are, or as they were last seen: Chromium erases them when a connection fails. */
  report(moment: 'connected' | 'failed' | 'sample'): Promise<void>;
  detach(): void;
}

export interface StatisticsWatch {
  readonly report: (entry: Unlogged) => string;
  /** given every sample, the last one included */
  readonly onSample: (statistics: Statistics) => void;
  /** for a page that may have wrapped its own: the browser's getStats, without its `this` */
  readonly getStats?: (this: RTCPeerConnection) => Promise<RTCStatsReport>;
  /** how often while the connection stands, ms */
  readonly standing?: number;
}

/**
 * Samples the statistics of a peer connection from its first description until it is closed or has failed
 * (failures.md, fact 1: at the failure itself the pairs are gone). One call of getStats a sample, never two at once.
 */
export function observeStatistics(
  connection: RTCPeerConnection,
  { report, onSample, getStats = connection.getStats, standing = periods.standing }: StatisticsWatch,
): StatisticsObservation {
  let last: Snapshot = { pairs: [] };
  let began = false;
  let detached = false;
  let troubled = false;
  let wake = () => {};

  async function sample(): Promise<void> {
    const raw = await Reflect.apply(getStats, connection, []).catch(() => undefined);
    if (raw === undefined || detached) return;
    const now = readStatistics(raw);
    last = now.snapshot.pairs.length > 0 ? now.snapshot : { ...now.snapshot, pairs: last.pairs };
    onSample(now);
  }

  function tell(moment: 'connected' | 'failed' | 'sample'): void {
    if (!detached) report({ kind: 'statistics', moment, ...last });
  }

  function settled(): boolean {
    return detached || ['failed', 'closed'].includes(connection.connectionState);
  }

  async function keepSampling(): Promise<void> {
    let standsSince: number | undefined;
    let due = firstSnapshot;
    while (!settled()) {
      await sample();
      if (troubled) tell('sample');
      troubled = false;
      const stands = connection.connectionState === 'connected';
      if (stands) standsSince ??= performance.now();
      if (standsSince !== undefined && performance.now() - standsSince >= due) {
        due *= snapshotsApart;
        tell('sample');
      }
      if (!settled()) await pauseOf(stands ? standing : periods.making);
    }
  }

  function pauseOf(ms: number): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, ms);
      wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }

  function onDescription(): void {
    if (began || settled()) return;
    began = true;
    void keepSampling();
  }

  /** Trouble is looked at closely, from its first moment on. */
  function onState(): void {
    if (connection.connectionState !== 'disconnected') return;
    troubled = true;
    wake();
  }

  connection.addEventListener('signalingstatechange', onDescription);
  connection.addEventListener('connectionstatechange', onState);
  return {
    async report(moment) {
      await sample();
      tell(moment);
    },
    detach() {
      detached = true;
      wake();
      connection.removeEventListener('signalingstatechange', onDescription);
      connection.removeEventListener('connectionstatechange', onState);
    },
  };
}
