import type { LogEntry } from '../../core/session/log.ts';

/** Ids count up with the log (`e1`, `e2`, …), so the entry is nearly always where its number says. */
export function entryById(log: readonly LogEntry[], id: string | undefined): LogEntry | undefined {
  if (id === undefined) return undefined;
  const guess = log[Number(id.slice(1)) - 1];
  return guess?.id === id ? guess : log.find((entry) => entry.id === id);
}
