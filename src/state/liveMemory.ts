import { formatDeepLink, parseDeepLink } from './deepLink.ts';
import type { Changes } from './planRun.ts';
import type { Preferences } from './ViewModel.ts';

const key = 'live';

/** The settings of the last live session, as the query of a deep link; what no longer makes sense is left out. */
export function recallLive(preferences: Preferences): URLSearchParams {
  const kept = Array.from(new URLSearchParams(preferences.read(key) ?? ''));
  return new URLSearchParams(
    kept.filter((pair) => parseDeepLink(new URLSearchParams([pair])).problems.length === 0),
  );
}

/** Remembers what is not secret. Settings that are refused are not kept: what was mistyped there may be a secret. */
export function rememberLive(changes: Changes, refused: readonly string[], preferences: Preferences): void {
  const kept = Object.entries(changes.settings).filter(([name]) => !refused.includes(name));
  const query = formatDeepLink({
    target: 'simulated',
    scenario: undefined,
    run: undefined,
    select: undefined,
    realtime: false,
    changes: { settings: Object.fromEntries(kept), limits: changes.limits, switches: {} },
  });
  preferences.write(key, query);
}
