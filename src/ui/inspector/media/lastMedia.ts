import { landmarks } from '../../../core/session/landmarks.ts';
import type { LogEntry, LogEntryOf } from '../../../core/session/log.ts';

/** What was last heard of a device in the present attempt. */
export function lastMedia(
  log: readonly LogEntry[],
  device: LogEntryOf<'media'>['device'],
): LogEntryOf<'media'> | undefined {
  const last = landmarks(log).findLast(
    (entry) => entry.kind === 'attempt' || (entry.kind === 'media' && entry.device === device),
  );
  return last?.kind === 'media' ? last : undefined;
}
