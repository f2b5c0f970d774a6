import type { ComparedFact } from '../sessionComparison.ts';

/** What one session says, and the entry in which it does. */
type Said = readonly [text: string, entry: string];

/** A fact as a test writes it: what each side says, if anything, and whether that differs. */
export function told(
  name: string,
  left: Said | undefined,
  right: Said | undefined,
  differs: boolean,
): ComparedFact {
  return {
    name,
    text: { left: left?.[0], right: right?.[0] },
    entries: { left: left?.[1], right: right?.[1] },
    differs,
  };
}
