import type { LogEntry } from '../../core/session/log.ts';

/** Where an entry stands among filtered ones, or -1. Ids count up (`e1`, `e2`, …), so halving finds it. */
export function indexOfEntry(entries: readonly LogEntry[], id: string | undefined): number {
  if (id === undefined) return -1;
  const wanted = Number(id.slice(1));
  let low = 0;
  let high = entries.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const number = Number(entries[middle]?.id.slice(1));
    if (number === wanted) return middle;
    if (number < wanted) low = middle + 1;
    else high = middle - 1;
  }
  return -1;
}
