import type { LogEntry } from '../core/session/log.ts';
import type { Series } from '../core/session/series.ts';
import { emptySummary, foldEntry, type SummaryFold } from '../core/session/summarise.ts';
import type { RunSeries, ShownLog } from './contracts.ts';
import { seriesUntil } from './seriesUntil.ts';

/** A summary is kept after every so many entries, so that no moment is further away than that. */
const stride = 1_000;

/** What is moved through: a whole log, in the order of time. */
export type Whole = Pick<ShownLog, 'whole' | 'startedAt' | 'opened'> & {
  readonly series: Series | undefined;
};

/** Moves through a log: what was known at any of its moments. */
export interface TimeTravel {
  /** ms since the run began: of the first and the last entry */
  readonly from: number;
  readonly to: number;
  /** as things stood at that moment; the end where none is given */
  at(moment?: number): ShownLog;
}

export function createTimeTravel({ whole, startedAt, opened, series }: Whole): TimeTravel {
  const checkpoints: SummaryFold[] = [emptySummary];
  for (let start = 0; start < whole.length; start += stride) {
    checkpoints.push(fold(checkpoints.at(-1) ?? emptySummary, whole, start, start + stride));
  }
  const from = whole[0]?.at ?? 0;
  const to = whole.at(-1)?.at ?? 0;
  const rest = { whole, startedAt, ...(opened !== undefined && { opened }) };

  function summaryOf(count: number): SummaryFold {
    const at = Math.floor(count / stride);
    return fold(checkpoints[at] ?? emptySummary, whole, at * stride, count);
  }

  return {
    from,
    to,
    at(moment) {
      if (moment === undefined) {
        const summary = checkpoints.at(-1) ?? emptySummary;
        return { ...rest, log: whole, summary, clock: to, series: shownSeries(series) };
      }
      const count = Math.max(1, entriesUntil(whole, moment));
      return {
        ...rest,
        log: whole.slice(0, count),
        summary: summaryOf(count),
        clock: moment,
        moment,
        series: shownSeries(series === undefined ? undefined : seriesUntil(series, moment)),
      };
    },
  };
}

/** How many entries there are up to that time; their times ascend. */
export function entriesUntil(log: readonly LogEntry[], moment: number): number {
  let low = 0;
  let high = log.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((log[middle]?.at ?? 0) <= moment) low = middle + 1;
    else high = middle;
  }
  return low;
}

function fold(begin: SummaryFold, log: readonly LogEntry[], start: number, end: number): SummaryFold {
  let summary = begin;
  for (let index = start; index < Math.min(end, log.length); index += 1) {
    const entry = log[index];
    if (entry !== undefined) summary = foldEntry(summary, entry);
  }
  return summary;
}

function shownSeries(series: Series | undefined): RunSeries | undefined {
  return series === undefined || series.length === 0 ? undefined : { series };
}
