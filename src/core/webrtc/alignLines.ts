import type { SdpLine } from './sdp.ts';

/**
 * One row of the side-by-side view. `moved`: the other side has a line of the same meaning elsewhere, so that it is
 * neither missing nor added; two such lines refer to each other.
 */
export interface AlignedRow {
  readonly offer?: SdpLine;
  readonly answer?: SdpLine;
  readonly relation: 'same' | 'changed' | 'moved' | 'only-offer' | 'only-answer';
}

/**
 * Puts lines of the same meaning beside each other and leaves both sides in their own order; n log n in the number of
 * lines. Lines mean the same when type, attribute and what it is about (payload type, extension) are.
 */
export function alignLines(offer: readonly SdpLine[], answer: readonly SdpLine[]): readonly AlignedRow[] {
  const pairs = partners(offer, answer);
  const straight = new Set(longestAscending(pairs).map(({ left }) => left));
  const rightOf = new Map(pairs.map(({ left, right }) => [left, right]));
  const partnered = new Set(pairs.map(({ right }) => right));
  const rows: AlignedRow[] = [];
  let next = 0;

  const upTo = (end: number) => {
    for (; next < end; next += 1) {
      const line = answer[next];
      if (line !== undefined)
        rows.push({ answer: line, relation: partnered.has(next) ? 'moved' : 'only-answer' });
    }
  };
  for (const [index, line] of offer.entries()) {
    const right = rightOf.get(index);
    const other = right === undefined ? undefined : answer[right];
    if (right === undefined || other === undefined) {
      rows.push({ offer: line, relation: 'only-offer' });
    } else if (straight.has(index)) {
      upTo(right);
      rows.push({ offer: line, answer: other, relation: line.raw === other.raw ? 'same' : 'changed' });
      next = right + 1;
    } else {
      rows.push({ offer: line, relation: 'moved' });
    }
  }
  upTo(answer.length);
  return rows;
}

interface Partners {
  readonly left: number;
  readonly right: number;
}

/** The first line of a meaning with the first, the second with the second; ascending on the left. */
function partners(offer: readonly SdpLine[], answer: readonly SdpLine[]): readonly Partners[] {
  const waiting = new Map<string, number[]>();
  for (const [right, line] of answer.entries()) {
    const key = meaning(line);
    const same = waiting.get(key);
    if (same === undefined) waiting.set(key, [right]);
    else same.push(right);
  }
  const taken = new Map<string, number>();
  return offer.flatMap((line, left) => {
    const key = meaning(line);
    const nth = taken.get(key) ?? 0;
    const right = waiting.get(key)?.[nth];
    if (right === undefined) return [];
    taken.set(key, nth + 1);
    return [{ left, right }];
  });
}

const directions = new Set(['sendrecv', 'sendonly', 'recvonly', 'inactive']);

/** Only these are told apart by their first word; of others a section has one, or they are alike. */
const several = /^(?:rtpmap|fmtp|rtcp-fb|extmap|ssrc|ssrc-group):\S{0,40}/;

function meaning({ type, value, raw }: SdpLine): string {
  if (type === '') return raw.slice(0, 100);
  if (type !== 'a') return type;
  if (directions.has(value)) return 'a direction';
  return `a ${several.exec(value)?.[0] ?? value.replace(/:.*/s, '')}`;
}

/** The longest run of partners that do not cross (patience sorting). */
function longestAscending(pairs: readonly Partners[]): readonly Partners[] {
  const ends: number[] = [];
  const before: (number | undefined)[] = [];
  for (const [index, { right }] of pairs.entries()) {
    let low = 0;
    let high = ends.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((pairs[ends[middle] ?? 0]?.right ?? 0) < right) low = middle + 1;
      else high = middle;
    }
    before[index] = low === 0 ? undefined : ends[low - 1];
    ends[low] = index;
  }
  const chain: Partners[] = [];
  for (let index = ends.at(-1); index !== undefined; index = before[index]) {
    const pair = pairs[index];
    if (pair !== undefined) chain.push(pair);
  }
  return chain.toReversed();
}
