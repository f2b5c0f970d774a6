export interface Silence {
  /** ms since it began */
  lasted(): number;
  /** whether it was told at least once */
  told(): boolean;
  stop(): void;
}

/**
 * Tells of a silence after `first` ms, then at each further doubling, until it is stopped. It may have begun earlier
 * than now: `since` is on the clock of performance.now.
 */
export function startSilence(since: number, first: number, tell: (silentFor: number) => void): Silence {
  let next = first;
  let told = false;
  let timer: ReturnType<typeof setTimeout>;
  const lasted = () => performance.now() - since;
  const arm = () => {
    timer = setTimeout(speak, Math.max(0, next - lasted()));
  };

  function speak(): void {
    told = true;
    tell(lasted());
    // A timer may come a fraction of a millisecond early, or far too late.
    do next = Math.max(1, next * 2);
    while (next <= lasted());
    arm();
  }

  arm();
  return { lasted, told: () => told, stop: () => clearTimeout(timer) };
}
