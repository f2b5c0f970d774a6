/** Grants so many a second in the long run, and more at once after a pause. `now` is a monotonic clock, ms. */
export function createRateLimit(
  { perSecond, atOnce }: { readonly perSecond: number; readonly atOnce: number },
  now: () => number,
): { take(wanted: number): number } {
  let left = atOnce;
  let at = now();
  return {
    take(wanted) {
      const passed = now() - at;
      at += passed;
      left = Math.min(atOnce, left + (passed * perSecond) / 1000);
      const granted = Math.min(wanted, Math.floor(left));
      left -= granted;
      return granted;
    },
  };
}
