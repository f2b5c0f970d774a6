import { useMemo } from 'preact/hooks';
import { landmarks } from '../../core/session/landmarks.ts';
import type { LogEntry } from '../../core/session/log.ts';

/**
 * The log without its channel; the same array for as long as nothing else was logged, so that what is derived from it
 * is derived once.
 */
export function useConnectionLog(log: readonly LogEntry[]): readonly LogEntry[] {
  const entries = landmarks(log);
  return useMemo(() => entries.filter((entry) => entry.kind !== 'channel'), [entries]);
}
