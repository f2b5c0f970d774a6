import { openWatchedLink } from './browser/watchedLink.ts';
import { inferSessions } from './core/watched/inferSessions.ts';
import type { SessionModelWithScripts } from './state/SessionModel.ts';
import type { Preferences } from './state/ViewModel.ts';
import { createWatchedModel } from './state/WatchedModel.ts';
import { watchedOf } from './state/watchedOf.ts';

/** Where origins are remembered that may be watched, one a line; so many at most. */
const key = 'watched-origins';
const mostOrigins = 50;

/** Waits for a page that wants to be watched, from now on. */
export function startWatched(session: SessionModelWithScripts, preferences: Preferences): void {
  const origins = new Set((preferences.read(key) ?? '').split('\n').filter((each) => each !== ''));
  watchedOf(session).value = createWatchedModel({
    follow: session.follow,
    link: openWatchedLink,
    infer: inferSessions,
    allowed: {
      has: (origin) => origins.has(origin),
      add(origin) {
        origins.add(origin);
        preferences.write(key, [...origins].slice(-mostOrigins).join('\n'));
      },
    },
    now: () => performance.now(),
    after(ms, task) {
      const timer = setTimeout(task, ms);
      return () => clearTimeout(timer);
    },
  });
}
