/** Told how far reading is, 0 to 1; false cancels it. */
export type OnProgress = (part: number) => boolean;

/** What a reader throws to get out of its loops; nobody outside of `openText` sees it. */
export class Cancelled extends Error {}

/** Tells the progress of one stretch of the work; throws `Cancelled`. */
export type Tell = (part: number) => void;

/** The stretch from `from` to `to` of the whole. */
export function stretch(onProgress: OnProgress | undefined, from: number, to: number): Tell {
  return (part) => {
    if (onProgress?.(from + (to - from) * Math.min(1, Math.max(0, part))) === false) throw new Cancelled();
  };
}
