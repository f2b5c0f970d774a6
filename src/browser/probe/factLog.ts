import type { Redactor } from '../../core/redaction.ts';
import type { Fact } from '../../core/watched/fact.ts';

/** As many facts as a page is remembered by: its beginning for good, of the rest the latest. */
const kept = { beginning: 1000, latest: 4000 } as const;

/** A fact before it has its time. */
export type NewFact = Fact extends infer F ? (F extends Fact ? Omit<F, 'at'> : never) : never;

/** What was seen in the page so far, in a ring. Every fact is redacted before it exists. */
export interface FactLog {
  add(fact: NewFact): void;
  facts(): readonly Fact[];
  dropped(): number;
  /** Told of each fact from now on; returns what ends it. */
  listen(listener: (fact: Fact) => void): () => void;
  /** ms since the probe began */
  now(): number;
}

export function createFactLog({ redact }: Pick<Redactor, 'redact'>): FactLog {
  const origin = performance.now();
  const beginning: Fact[] = [];
  const listeners = new Set<(fact: Fact) => void>();
  let latest: Fact[] = [];
  let dropped = 0;
  const now = () => performance.now() - origin;
  return {
    now,
    add(fact) {
      // Samples are numbers: nothing in them is secret, and they come often.
      const told = { at: now(), ...(fact.saw === 'sample' ? fact : redact(fact)) };
      if (beginning.length < kept.beginning) beginning.push(told);
      else latest.push(told);
      // Cut in one go now and then: taking the first of an array off, each time, moves all of it.
      if (latest.length >= 2 * kept.latest) {
        dropped += latest.length - kept.latest;
        latest = latest.slice(-kept.latest);
      }
      for (const listener of listeners) listener(told);
    },
    facts: () => [...beginning, ...latest],
    dropped: () => dropped,
    listen(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
