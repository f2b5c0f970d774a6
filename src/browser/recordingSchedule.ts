/** ms until a batch is stored, and how long the page may make it wait on top: a crash costs less than a second. */
const batchEvery = 400;
const waitAtMost = 300;

/** Runs `task` when the page has time for it, after 700 ms at the latest; an urgent one after 50. Returns what cancels it. */
export function soon(task: () => void, urgent: boolean): () => void {
  let idle: number | undefined;
  const timer = setTimeout(
    () => {
      // Safari has no idle callbacks.
      if (typeof requestIdleCallback === 'undefined') task();
      else idle = requestIdleCallback(task, { timeout: urgent ? 50 : waitAtMost });
    },
    urgent ? 0 : batchEvery,
  );
  return () => {
    clearTimeout(timer);
    if (idle !== undefined) cancelIdleCallback(idle);
  };
}
