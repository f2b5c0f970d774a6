/**
 * Lets the machine sleep as far as a page can tell: `after` ms from now the wall clock stands `asleep` ms later, while
 * the monotonic clock, as on Linux and macOS, has not gone on. Until the signal aborts.
 */
export function stubSleep(
  { after, asleep }: { readonly after: number; readonly asleep: number },
  signal: AbortSignal,
): void {
  const { now } = Date;
  const timer = setTimeout(() => {
    Date.now = () => now() + asleep;
  }, after);
  signal.addEventListener(
    'abort',
    () => {
      clearTimeout(timer);
      Date.now = now;
    },
    { once: true },
  );
}
