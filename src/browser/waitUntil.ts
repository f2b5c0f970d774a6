export interface WaitLimits {
  readonly signal: AbortSignal;
  /** ms; without one the wait lasts until it is done or aborted */
  readonly limit?: number;
}

/**
 * Every wait of the recipe: resolves with what `begin` calls `done` with, or with `'limit'` once `limit` ms have
 * passed; rejects with the signal's reason when that aborts. `begin` returns what undoes its listeners; timer and
 * listeners are gone when the promise settles.
 */
export function waitUntil<T>(
  begin: (done: (value: T) => void) => () => void,
  { signal, limit }: WaitLimits,
): Promise<T | 'limit'> {
  return new Promise((resolve, reject) => {
    if (signal.aborted) {
      reject(signal.reason);
      return;
    }
    let settled = false;
    const undoing: (() => void)[] = [];
    const settle = (end: () => void) => {
      if (settled) return;
      settled = true;
      for (const undo of undoing) undo();
      end();
    };
    const onAbort = () => settle(() => reject(signal.reason));
    signal.addEventListener('abort', onAbort);
    undoing.push(() => signal.removeEventListener('abort', onAbort));
    if (limit !== undefined) {
      const timer = setTimeout(() => settle(() => resolve('limit')), limit);
      undoing.push(() => clearTimeout(timer));
    }
    const undo = begin((value) => settle(() => resolve(value)));
    // `begin` may have been done before it returned.
    if (settled) undo();
    else undoing.push(undo);
  });
}

/** Resolves after `ms`; rejects with the signal's reason when that aborts. */
export async function pause(ms: number, signal: AbortSignal): Promise<void> {
  signal.throwIfAborted();
  if (ms <= 0) return;
  await waitUntil<never>(() => () => {}, { limit: ms, signal });
}

export type Outcome<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly error: unknown };

/** Waits for a promise that knows neither limit nor signal; its rejection comes back as data. */
export function outcomeOf<T>(promise: Promise<T>, limits: WaitLimits): Promise<Outcome<T> | 'limit'> {
  return waitUntil<Outcome<T>>((done) => {
    promise.then(
      (value) => done({ ok: true, value }),
      (error: unknown) => done({ ok: false, error }),
    );
    return () => {};
  }, limits);
}
