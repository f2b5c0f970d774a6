const prefix = 'session-debugger.';

/** Small choices that are remembered. A storage that is refused or full is reported once and otherwise ignored. */
export function createPreferences(onRefused: () => void): {
  read(key: string): string | undefined;
  write(key: string, value: string): void;
} {
  let refused = false;
  function tolerate<T>(use: () => T): T | undefined {
    try {
      return use();
    } catch {
      // SecurityError where storage is blocked, QuotaExceededError where it is full: both only cost the memory.
      if (!refused) onRefused();
      refused = true;
      return undefined;
    }
  }
  return {
    read: (key) => tolerate(() => localStorage.getItem(prefix + key) ?? undefined),
    write: (key, value) => {
      tolerate(() => localStorage.setItem(prefix + key, value));
    },
  };
}
