import { useMemo } from 'preact/hooks';
import { tellConnectionStory } from '../../core/diagnosis/connectionStory.ts';
import type { ConnectionStory } from '../../core/diagnosis/evidence.ts';
import type { LogEntry } from '../../core/session/log.ts';
import { useConnectionLog } from './useConnectionLog.ts';

/** What is known of the connection of the last attempt: the same facts that the verdict stands on. */
export function useConnectionStory(log: readonly LogEntry[]): ConnectionStory | undefined {
  const entries = useConnectionLog(log);
  return useMemo(() => {
    const last = entries.at(-1);
    if (last === undefined) return undefined;
    const run = entries.findLast((entry) => entry.kind === 'run-started');
    return tellConnectionStory(entries, last, run?.settings.iceTransportPolicy);
  }, [entries]);
}
