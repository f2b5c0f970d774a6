import type { LogEntryOf, Unlogged } from '../core/session/log.ts';

type Skew = Extract<Unlogged & LogEntryOf<'note'>, { topic: 'clock-skew' }>;

/** A `Date` has whole seconds and the network takes its time: less than this is no skew, ms. */
const tolerance = 30_000;

/** How far this computer's clock is from that of who answered, by the `Date` of a reply; undefined where close. */
export function skewByDate(date: string | undefined, took: number, now: number): SkewNote | undefined {
  const theirs = Date.parse(date ?? '');
  const ahead = now - theirs;
  if (Number.isNaN(theirs) || Math.abs(ahead) <= tolerance + took) return undefined;
  return { kind: 'note', topic: 'clock-skew', ahead: Math.round(ahead), from: 'date' };
}

/**
 * The same by the `iat` (epoch s) of a token that was made for this very request. `fresh` is false where a backend may
 * have kept it: then only an `iat` in the future proves anything.
 */
export function skewByToken(issuedAt: number | undefined, fresh: boolean, now: number): SkewNote | undefined {
  if (issuedAt === undefined) return undefined;
  const ahead = now - issuedAt * 1000;
  if (Math.abs(ahead) <= tolerance || (ahead > 0 && !fresh)) return undefined;
  return { kind: 'note', topic: 'clock-skew', ahead: Math.round(ahead), from: 'iat' };
}

export type SkewNote = Pick<Skew, 'kind' | 'topic' | 'ahead' | 'from'>;
