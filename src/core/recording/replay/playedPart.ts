import type { LogEntry } from '../../session/log.ts';
import type { Settings } from '../../session/settings.ts';

/** A retry by hand is a session of its own: only the last one is played. */
export function playedPart(
  log: readonly LogEntry[],
  { retries, renewToken }: Pick<Settings, 'retries' | 'renewToken'>,
): readonly LogEntry[] {
  let retried = 0;
  let renewed = 0;
  let begin = 0;
  for (const [index, entry] of log.entries()) {
    if (entry.kind !== 'attempt') continue;
    if (entry.why === 'retry') retried += 1;
    if (entry.why === 'new-token') renewed += 1;
    const byHand = retried > retries || renewed > (renewToken ? 1 : 0);
    if (byHand && entry.why !== 'again') begin = index;
  }
  return log.slice(begin);
}
