import type { Filter } from '../../core/session/filter.ts';
import type { LogEntry } from '../../core/session/log.ts';

/**
 * Filters a growing log. What an earlier call has already judged with the same filter is kept,
 * so that a batch of new entries costs as much as the batch.
 */
export function createFilteredEntries() {
  let seen: readonly LogEntry[] = [];
  let text: string | undefined;
  let result: readonly LogEntry[] = [];

  return function filteredEntries(log: readonly LogEntry[], filter: Filter): readonly LogEntry[] {
    const last = seen.length - 1;
    const grown = filter.text === text && log.length >= seen.length && (last < 0 || log[last] === seen[last]);
    const from = grown ? seen.length : 0;
    if (grown && from === log.length) return result;
    const added = log.slice(from).filter((entry) => filter.matches(entry));
    result = grown ? (added.length === 0 ? result : result.concat(added)) : added;
    seen = log;
    text = filter.text;
    return result;
  };
}
