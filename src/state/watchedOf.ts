import { type Signal, signal } from '@preact/signals';
import type { SessionModel } from './contracts.ts';
import type { WatchedModel } from './WatchedModel.ts';

const known = new WeakMap<SessionModel, Signal<WatchedModel | undefined>>();

/** The watched page that belongs to the session; undefined until it is loaded. */
export function watchedOf(session: SessionModel): Signal<WatchedModel | undefined> {
  const found = known.get(session) ?? signal(undefined);
  known.set(session, found);
  return found;
}
