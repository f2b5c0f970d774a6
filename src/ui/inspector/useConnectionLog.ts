import { useRef } from 'preact/hooks';
import type { LogEntry } from '../../core/session/log.ts';

interface Kept {
  readonly first: LogEntry | undefined;
  readonly scanned: number;
  readonly entries: readonly LogEntry[];
}

/**
 * The log without the channel's messages, which can be many thousands; the same array for as long as nothing else was
 * logged, so that what is derived from it is derived once.
 */
export function useConnectionLog(log: readonly LogEntry[]): readonly LogEntry[] {
  const kept = useRef<Kept>({ first: undefined, scanned: 0, entries: [] });
  const { first, scanned, entries } = kept.current;
  const grown = first === log[0] && log.length >= scanned;
  const added = (grown ? log.slice(scanned) : log).filter((entry) => entry.kind !== 'channel');
  const before = grown ? entries : [];
  kept.current = {
    first: log[0],
    scanned: log.length,
    entries: grown && added.length === 0 ? entries : [...before, ...added],
  };
  return kept.current.entries;
}
