import type { TimeRange } from '../../state/contracts.ts';

/** No closer than this, ms: below it the browser's own clocks are too coarse. */
const closest = 2;

/** The end of the timeline while the run goes on grows by this factor at a time. */
const growth = 1.25;

/**
 * Where the timeline ends: a little after now. While the run goes on, at a moment that stays the end for a while: else every
 * mark moved with every tick of the clock, which costs more than everything else that observes a connected session.
 */
export function endOf(now: number, goesOn: boolean): number {
  const to = now * 1.02;
  return goesOn ? growth ** Math.ceil(Math.log(to) / Math.log(growth)) : to;
}

/** The range zoomed by a factor (2 shows half as much) around a moment that keeps its place; undefined: all of it. */
export function zoomed(
  range: TimeRange,
  whole: TimeRange,
  factor: number,
  around: number,
): TimeRange | undefined {
  const span = range.to - range.from;
  const wanted = Math.max(closest, span / factor);
  if (wanted >= whole.to - whole.from) return undefined;
  const share = span === 0 ? 0.5 : (around - range.from) / span;
  return kept({ from: around - share * wanted, to: around + (1 - share) * wanted }, whole);
}

/** The range moved by a share of its own width, no further than the whole reaches. */
export function panned(range: TimeRange, whole: TimeRange, share: number): TimeRange {
  const by = (range.to - range.from) * share;
  return kept({ from: range.from + by, to: range.to + by }, whole);
}

/** The range moved just so far that the span is in it, or begins in it. */
export function revealing(range: TimeRange, whole: TimeRange, from: number, to: number): TimeRange {
  if (to >= range.from && from <= range.to) return range;
  const width = range.to - range.from;
  const begin = from > range.to ? from - width / 2 : Math.max(from, to - width / 2);
  return kept({ from: begin, to: begin + width }, whole);
}

/** Two moments, in whatever order, as a range that is worth looking at; undefined where they are too close. */
export function between(one: number, other: number, whole: TimeRange): TimeRange | undefined {
  const range = { from: Math.min(one, other), to: Math.max(one, other) };
  return range.to - range.from < closest ? undefined : kept(range, whole);
}

/** Round moments within the range, at most about eight: 1, 2 or 5 times a power of ten apart; none so near the end that its words are cut off. */
export function ticks({ from, to }: TimeRange): readonly number[] {
  const rough = (to - from) / 8;
  if (!(rough > 0) || !Number.isFinite(rough)) return [];
  const power = 10 ** Math.floor(Math.log10(rough));
  const apart = ([1, 2, 5, 10].find((times) => times * power >= rough) ?? 10) * power;
  const first = Math.ceil(from / apart);
  const count = Math.floor((to - (to - from) / 20) / apart) - first + 1;
  return Array.from({ length: Math.max(0, count) }, (_, index) =>
    Number(((first + index) * apart).toFixed(3)),
  );
}

function kept({ from, to }: TimeRange, whole: TimeRange): TimeRange {
  const width = Math.min(to - from, whole.to - whole.from);
  const begin = Math.min(Math.max(from, whole.from), whole.to - width);
  return { from: begin, to: begin + width };
}
