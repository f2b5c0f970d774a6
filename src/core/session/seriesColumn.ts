/** undefined: not measured */
export type SeriesValue = number | string | undefined;

/** Sample numbers (`from`) at which one field changed. */
export interface Column {
  from: number[];
  values: SeriesValue[];
}

/** Writes the value down where it differs from the last. */
export function note(column: Column, index: number, value: SeriesValue): void {
  if (column.values.at(-1) === value) return;
  column.from.push(index);
  column.values.push(value);
}

/** The column without every second sample; `last`, the number of the newest, stays. */
export function thin({ from, values }: Column, last: number): Column {
  const thinned: Column = { from: [], values: [] };
  for (const [position, start] of from.entries()) {
    // What began at a sample that goes shows at the next one that stays, unless it had changed again by then.
    const shown = start === last ? start : start + (start % 2);
    const until = from[position + 1] ?? last + 1;
    const value = values[position];
    if (shown >= until || thinned.values.at(-1) === value) continue;
    thinned.from.push(Math.ceil(shown / 2));
    thinned.values.push(value);
  }
  return thinned;
}

/** Index of the last item that is not greater; -1 where all are. */
export function lastAtOrBefore(ascending: readonly number[], limit: number): number {
  let low = 0;
  let high = ascending.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ascending[middle] ?? 0) <= limit) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
