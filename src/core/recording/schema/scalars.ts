import * as v from 'valibot';

/** Longer than anything that we log (64 KiB of a body), in characters. */
const longestText = 262_144;
const cutMark = '… [cut]';

/** Any text. What is longer than `longestText` is cut, and says so at its end. */
export const text = v.pipe(v.string(), v.transform(cut));

/** A short text: an id, a name, a state. */
export const label = v.pipe(v.string(), v.maxLength(1_000));

/** Any finite number. */
export const number = v.pipe(v.number(), v.finite());

/** A length of time, a size or a count: finite, from 0. */
export const amount = v.pipe(v.number(), v.finite(), v.minValue(0));

/** Epoch ms that a Date can hold (ECMAScript, section 21.4.1.1). */
export const wallClock = v.pipe(v.number(), v.minValue(-8.64e15), v.maxValue(8.64e15));

/** HTTP status, 0 where a browser says so of a response that it hides. */
export const status = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(999));

export const flag = v.boolean();

/** One of our own words; the type makes sure that none is missing. */
export function oneOf<T extends string>(words: Readonly<Record<T, true>>) {
  return v.picklist(Object.keys(words) as T[]);
}

/** A member that may be absent. */
export const maybe = v.exactOptional;

export function list<const S extends v.GenericSchema>(item: S) {
  return v.pipe(v.array(item), v.maxLength(10_000));
}

/** Header fields or the like; names that reach into prototypes are left out (valibot does that). */
export const texts = v.pipe(
  v.record(label, text),
  v.check((record) => Object.keys(record).length <= 1_000),
);

/** Ties a schema to a type: a key for each member, also for the optional ones. */
export type Members<T> = { readonly [K in keyof T]-?: v.GenericSchema<unknown, T[K]> };

function cut(value: string): string {
  return value.length <= longestText ? value : value.slice(0, longestText - cutMark.length) + cutMark;
}
