import { type Column, lastAtOrBefore, note, type SeriesValue, thin } from './seriesColumn.ts';
import { readSeriesData, type SeriesData } from './seriesData.ts';

export type { SeriesValue } from './seriesColumn.ts';

/** What was measured at one moment. A field that is absent is not measured (any longer). */
export interface SeriesSample {
  /** ms since the run began */
  readonly at: number;
  readonly values: Readonly<Record<string, number | string>>;
}

/** One field over time, where it changed: it has `values[i]` from `at[i]` until `at[i + 1]`. */
export interface SeriesColumn {
  /** ms since the run began */
  readonly at: readonly number[];
  readonly values: readonly SeriesValue[];
}

/** Running statistics beside the log: columns that hold a value only where it changed. */
export interface Series {
  /** Samples kept. */
  readonly length: number;
  /** Samples added. */
  readonly added: number;
  /**
   * Takes one whole sample; O(fields), amortised. A sample that is earlier than the last, or has no time, is left
   * out: the clock of a run never goes back. Numbers that are not finite count as not measured.
   */
  add(at: number, values: Readonly<Record<string, SeriesValue>>): void;
  /** The last sample at or before that time; `undefined` before the first. */
  at(time: number): SeriesSample | undefined;
  /** Names of the fields, in the order of their first appearance. */
  columns(): readonly string[];
  /** Where one field changed, in order of time; empty for an unknown field. */
  column(name: string): SeriesColumn;
  /** The times of all kept samples, ascending: what a chart of rates needs. */
  times(): readonly number[];
  /** Times of the first and the last sample. */
  range(): { readonly from: number; readonly to: number } | undefined;
  toJSON(): SeriesData;
}

export interface SeriesOptions {
  /** samples kept at most, from 4 */
  readonly capacity: number;
  /** fields kept at most; further ones are left out */
  readonly fields?: number;
}

const mostFields = 1_000;

/**
 * An empty series. Full, it halves its resolution: of what was added it keeps every second sample, then every
 * fourth, …; the first and the last are always there, so memory is bounded and the whole run stays visible.
 */
export function createSeries(options: SeriesOptions): Series {
  return restoreSeries(options, { stride: 1, added: 0, times: [], columns: {} });
}

/** The series that `toJSON` wrote, from parsed JSON of any origin; `undefined` where it is none. Never throws. */
export function seriesFromJSON(json: unknown): Series | undefined {
  const data = readSeriesData(json);
  return data === undefined ? undefined : restoreSeries({ capacity: data.capacity }, data);
}

function restoreSeries(options: SeriesOptions, begin: Omit<SeriesData, 'capacity'>): Series {
  const capacity = Math.max(4, Math.floor(options.capacity));
  const fields = options.fields ?? mostFields;
  let { stride, added } = begin;
  let times = [...begin.times];
  const columns = new Map<string, Column>(
    Object.entries(begin.columns).map(([name, { from, values }]) => [
      name,
      { from: [...from], values: values.map((value) => value ?? undefined) },
    ]),
  );

  /** The newest sample stands until the next one comes, whether or not its turn it is. */
  function dropProvisional(): void {
    const last = times.length - 1;
    if (last < 1 || (added - 1) % stride === 0) return;
    times.pop();
    for (const { from, values } of columns.values()) {
      if (from.at(-1) !== last) continue;
      from.pop();
      values.pop();
    }
  }

  function halve(): void {
    const last = times.length - 1;
    const kept = (index: number) => index % 2 === 0 || index === last;
    times = times.filter((_, index) => kept(index));
    for (const [name, column] of columns) {
      const thinned = thin(column, last);
      if (thinned.from.length === 0) columns.delete(name);
      else columns.set(name, thinned);
    }
    stride *= 2;
  }

  return {
    get length() {
      return times.length;
    },
    get added() {
      return added;
    },
    add(at, values) {
      if (!Number.isFinite(at) || at < (times.at(-1) ?? Number.NEGATIVE_INFINITY)) return;
      dropProvisional();
      const index = times.push(at) - 1;
      added += 1;
      const given = new Map(Object.entries(values));
      for (const [name, column] of columns) {
        note(column, index, measured(given.get(name)));
        given.delete(name);
      }
      for (const [name, value] of given) {
        if (columns.size >= fields) break;
        const first = measured(value);
        if (first !== undefined) columns.set(name, { from: [index], values: [first] });
      }
      if (times.length > capacity) halve();
    },
    at(time) {
      const index = lastAtOrBefore(times, time);
      const at = times[index];
      if (at === undefined) return undefined;
      const values: [string, number | string][] = [];
      for (const [name, column] of columns) {
        const value = column.values[lastAtOrBefore(column.from, index)];
        if (value !== undefined) values.push([name, value]);
      }
      return { at, values: Object.fromEntries(values) };
    },
    columns: () => [...columns.keys()],
    column(name) {
      const column = columns.get(name);
      if (column === undefined) return { at: [], values: [] };
      return { at: column.from.map((index) => times[index] ?? 0), values: [...column.values] };
    },
    times: () => [...times],
    range() {
      const from = times[0];
      const to = times.at(-1);
      return from === undefined || to === undefined ? undefined : { from, to };
    },
    toJSON: () => ({
      capacity,
      stride,
      added,
      times: [...times],
      columns: Object.fromEntries(
        [...columns].map(([name, { from, values }]) => [
          name,
          { from: [...from], values: values.map((value) => value ?? null) },
        ]),
      ),
    }),
  };
}

function measured(value: SeriesValue): SeriesValue {
  return typeof value === 'number' && !Number.isFinite(value) ? undefined : value;
}
