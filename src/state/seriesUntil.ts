import type { Series } from '../core/session/series.ts';
import { lastAtOrBefore } from '../core/session/seriesColumn.ts';

/** What had been measured by that time, ms since the run began: a view, nothing is copied before it is asked for. */
export function seriesUntil(series: Series, moment: number): Series {
  const times = () => {
    const all = series.times();
    return all.slice(0, lastAtOrBefore(all, moment) + 1);
  };
  const column = (name: string) => {
    const { at, values } = series.column(name);
    const count = lastAtOrBefore(at, moment) + 1;
    return { at: at.slice(0, count), values: values.slice(0, count) };
  };
  return {
    get length() {
      return times().length;
    },
    get added() {
      return series.added;
    },
    add: () => undefined,
    at: (time) => series.at(Math.min(time, moment)),
    columns: () => series.columns().filter((name) => column(name).at.length > 0),
    column,
    times,
    range() {
      const range = series.range();
      if (range === undefined || range.from > moment) return undefined;
      return { from: range.from, to: times().at(-1) ?? range.from };
    },
    toJSON: () => series.toJSON(),
  };
}
