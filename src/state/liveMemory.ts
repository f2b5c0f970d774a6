import { formatDeepLink, parseDeepLink } from './deepLink.ts';
import type { Changes } from './planRun.ts';
import type { Preferences } from './ViewModel.ts';

const key = 'live';

/** The settings of the last live session, as the query of a deep link; what no longer makes sense is left out. */
export function recallLive(preferences: Preferences): URLSearchParams {
  const query = new URLSearchParams(preferences.read(key) ?? '');
  for (const name of [...query.keys()]) {
    const value = query.get(name) ?? '';
    if (parseDeepLink(new URLSearchParams([[name, value]])).problems.length > 0) query.delete(name);
  }
  return query;
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
