import { diagnose } from '../../diagnosis/diagnose.ts';
import type { LogEntry } from '../../session/log.ts';
import type { PastedFinding } from './pasted.ts';

const mostFindings = 12;

/** What the catalogue's recognisers say of these logs, each finding once. */
export function findingsOf(
  logs: readonly (readonly LogEntry[])[],
  ofEach = mostFindings,
): readonly PastedFinding[] {
  const found = new Map<string, PastedFinding>();
  for (const log of logs) {
    for (const { code, variant, title, cause } of diagnose(log).slice(0, ofEach)) {
      const name = `${code} ${variant}`;
      if (!found.has(name)) found.set(name, { code, variant, title, why: cause });
    }
  }
  return [...found.values()].slice(0, mostFindings);
}

/** One of each: what else fits a request of which a text tells no more is the same, less exactly. */
export function verdictsOf(logs: readonly (readonly LogEntry[])[]): readonly PastedFinding[] {
  return findingsOf(logs, 1);
}
