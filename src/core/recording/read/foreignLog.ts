import { createRedactor, type Redactor } from '../../redaction.ts';
import type { LogEntry, LogKind, Unlogged } from '../../session/log.ts';

/** More entries than this of a foreign file are not kept: what ends a session always is. */
const mostEntries = 250_000;

const always: ReadonlySet<LogKind> = new Set([
  'run',
  'step',
  'connection-failure',
  'rest-error',
  'statistics',
]);

/** A log that is made of what another tool wrote down: redacted entry by entry, in the order of time. */
export interface ForeignLog {
  readonly redactor: Redactor;
  readonly entries: readonly LogEntry[];
  /** entries that were too many to be kept */
  readonly dropped: number;
  /** from 1 */
  attempt: number;
  /** `at`: epoch ms. Returns the entry's id. A time before the last entry's counts as that. */
  add(at: number, entry: Unlogged): string;
}

/** `startedAt`: epoch ms. */
export function createForeignLog(startedAt: number, most = mostEntries): ForeignLog {
  const redactor = createRedactor();
  const entries: LogEntry[] = [];
  let last = 0;
  let dropped = 0;
  return {
    redactor,
    entries,
    attempt: 1,
    get dropped() {
      return dropped;
    },
    add(at, entry) {
      if (entries.length >= most && !always.has(entry.kind)) {
        dropped += 1;
        return '';
      }
      const since = at - startedAt;
      if (Number.isFinite(since)) last = Math.max(last, Math.round(since * 1000) / 1000);
      const id = `e${entries.length + 1}`;
      entries.push(redactor.redact({ ...entry, id, at: last, attempt: this.attempt }));
      return id;
    },
  };
}
