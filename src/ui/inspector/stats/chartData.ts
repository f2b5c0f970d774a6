import type { Series } from '../../../core/session/series.ts';
import type { TimeRange } from '../../../state/contracts.ts';

/** A value at a moment, ms since the run began; undefined: not measured. */
export interface Point {
  readonly at: number;
  readonly value: number | undefined;
}

export interface Curve {
  readonly points: readonly Point[];
  readonly least: number;
  readonly most: number;
  readonly last: number;
}

/** The values of one column at each sample. */
export function values(series: Series, name: string): readonly Point[] {
  const { at, values: changes } = series.column(name);
  let index = -1;
  return series.times().map((time) => {
    while ((at[index + 1] ?? Number.POSITIVE_INFINITY) <= time) index += 1;
    const value = changes[index];
    return { at: time, value: typeof value === 'number' ? value : undefined };
  });
}

/** Bits per second between the samples of a column that counts bytes. A counter that goes back begins anew. */
export function bitrate(series: Series, name: string): readonly Point[] {
  const counted = values(series, name);
  return counted.map(({ at, value }, index) => {
    const before = counted[index - 1];
    if (before?.value === undefined || value === undefined || at <= before.at || value < before.value) {
      return { at, value: undefined };
    }
    return { at, value: ((value - before.value) * 8_000) / (at - before.at) };
  });
}

/** What a chart needs of the points within a range; undefined where nothing was measured there. */
export function curve(points: readonly Point[], { from, to }: TimeRange): Curve | undefined {
  // One sample beyond each end, so that the line reaches the edge.
  const first = points.findIndex(({ at }) => at >= from);
  const begin = Math.max(0, (first === -1 ? points.length : first) - 1);
  const after = points.findIndex(({ at }) => at > to);
  const shown = points.slice(begin, after === -1 ? points.length : after + 1);
  const measured = shown.flatMap(({ value }) => value ?? []);
  const last = measured.at(-1);
  if (last === undefined) return undefined;
  const least = measured.reduce((low, value) => Math.min(low, value), Number.POSITIVE_INFINITY);
  const most = measured.reduce((high, value) => Math.max(high, value), Number.NEGATIVE_INFINITY);
  return { points: shown, least, most, last };
}

/** The path of a curve in a box, from the floor 0 (or below) to the top; gaps where nothing was measured. */
export function path(
  { points, least, most }: Curve,
  { from, to }: TimeRange,
  box: { readonly width: number; readonly height: number },
): string {
  const floor = Math.min(0, least);
  const span = most - floor || 1;
  let drawing = false;
  return points
    .map(({ at, value }) => {
      if (value === undefined) {
        drawing = false;
        return '';
      }
      const x = ((at - from) / (to - from)) * box.width;
      const y = box.height - ((value - floor) / span) * box.height;
      const word = drawing ? 'L' : 'M';
      drawing = true;
      return `${word}${x.toFixed(1)} ${y.toFixed(1)}`;
    })
    .join('');
}

/** At most so many moments, evenly chosen, the first and the last among them: the rows of a table. */
export function moments(times: readonly number[], most: number): readonly number[] {
  if (times.length <= most) return times;
  const every = (times.length - 1) / (most - 1);
  return Array.from({ length: most }, (_, index) => times[Math.round(index * every)] ?? 0);
}
