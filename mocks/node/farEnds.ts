/** How many peers a simulator keeps at once, and how many it sets up at the same time. */
export interface FarEnds {
  /** Runs the set-up when it is its turn; `undefined` when there are too many peers already. */
  open<T>(setUp: () => Promise<T>): Promise<T | undefined>;
  /** A peer has begun, and calls what it is given when it has ended. */
  begun(): () => void;
  readonly alive: () => number;
}

/** Each has sockets and timers of its own. */
const mostAlive = 100;
const mostWaiting = 2000;
const mostAtOnce = 8;

/** Keeps a flood of calls from exhausting the machine: set-ups queue, and peers beyond the limit are refused. */
export function createFarEnds(): FarEnds {
  let alive = 0;
  let settingUp = 0;
  const waiting: (() => void)[] = [];

  const next = (): void => {
    settingUp -= 1;
    waiting.shift()?.();
  };

  return {
    alive: () => alive,
    begun() {
      let ended = false;
      alive += 1;
      return () => {
        if (!ended) alive -= 1;
        ended = true;
      };
    },
    async open(setUp) {
      if (waiting.length >= mostWaiting) return undefined;
      if (settingUp >= mostAtOnce) await new Promise<void>((resolve) => waiting.push(resolve));
      settingUp += 1;
      try {
        return alive >= mostAlive ? undefined : await setUp();
      } finally {
        next();
      }
    },
  };
}
