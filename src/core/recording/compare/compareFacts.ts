import type { Both, ComparedFact } from './sessionComparison.ts';

/** A fact of one session: its words, and the entry that tells it. */
export interface Fact {
  readonly text: string;
  readonly entry?: string;
}

export type Facts = ReadonlyMap<string, Fact>;

/** Facts of the same name beside each other, in alphabetical order where `order` knows none. */
export function compareFacts(
  { left, right }: Both<Facts>,
  order: readonly string[] = [],
): readonly ComparedFact[] {
  const names = [...new Set([...left.keys(), ...right.keys()])];
  const position = (name: string) => (order.includes(name) ? order.indexOf(name) : order.length);
  return names
    .toSorted((one, other) => position(one) - position(other) || (one < other ? -1 : 1))
    .map((name) => {
      const one = left.get(name);
      const other = right.get(name);
      return {
        name,
        text: { left: one?.text, right: other?.text },
        entries: { left: one?.entry, right: other?.entry },
        differs: one?.text !== other?.text,
      };
    });
}
