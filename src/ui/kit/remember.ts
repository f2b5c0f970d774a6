const prefix = 'session-debugger.ui.';

/** Sizes and the like. A browser that refuses storage forgets them, nothing else. */
export function remembered(key: string): number | undefined {
  try {
    const stored = Number(localStorage.getItem(prefix + key) ?? Number.NaN);
    return Number.isFinite(stored) ? stored : undefined;
  } catch {
    return undefined;
  }
}

export function remember(key: string, value: number): void {
  try {
    localStorage.setItem(prefix + key, String(Math.round(value)));
  } catch {
    // Storage is refused: the size lasts as long as the page.
  }
}
