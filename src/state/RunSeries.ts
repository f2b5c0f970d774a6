import { type ReadonlySignal, signal } from '@preact/signals';
import type { Series, SeriesValue } from '../core/session/series.ts';
import type { RunSeries, SessionWorld } from './contracts.ts';

/** ms between two publications: charts need no more. */
const publishEvery = 250;

/** The running statistics of the present run. */
export interface RunSeriesKeeper {
  readonly series: ReadonlySignal<RunSeries | undefined>;
  /** Takes an empty series into use; samples of earlier runs that come late are dropped from now on. */
  begin(series: Series, now: () => number): (values: Readonly<Record<string, SeriesValue>>) => void;
  clear(): void;
}

export function createRunSeries({ after }: Pick<SessionWorld<never>, 'after'>): RunSeriesKeeper {
  const published = signal<RunSeries | undefined>(undefined);
  let current: Series | undefined;
  let cancel: (() => void) | undefined;

  function clear(): void {
    cancel?.();
    cancel = undefined;
    current = undefined;
    published.value = undefined;
  }

  return {
    series: published,
    clear,
    begin(series, now) {
      clear();
      current = series;
      return (values) => {
        if (current !== series) return;
        series.add(now(), values);
        cancel ??= after(publishEvery, () => {
          cancel = undefined;
          published.value = { series };
        });
      };
    },
  };
}
