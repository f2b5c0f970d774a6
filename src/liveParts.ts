import { effect } from '@preact/signals';
import type { Page } from './browser/page.ts';
import { createRelayClient, type RelayClient } from './browser/recipe.ts';
import { simulatorControl } from './browser/simulatorControl.ts';
import { recallLive, rememberLive } from './state/liveMemory.ts';
import { createRemoteSimulator } from './state/RemoteSimulator.ts';
import type { SessionModelWithScripts } from './state/SessionModel.ts';
import type { Preferences } from './state/ViewModel.ts';

/** The one that this page may be told to look for. */
export const remoteSimulator = createRemoteSimulator(simulatorControl);

let relay: RelayClient | undefined;

/** The one relay client of the page: it holds the relay's secret of this start. */
export function relayOf(page: Page): RelayClient {
  relay ??= createRelayClient(page.root);
  return relay;
}

/** What the last visit and this link ask for together: the link wins. */
export function recall(link: URLSearchParams, preferences: Preferences): URLSearchParams {
  return new URLSearchParams([...recallLive(preferences), ...link]);
}

/** From now on the settings are remembered, but for what is secret or refused. */
export function remember(session: SessionModelWithScripts, preferences: Preferences): void {
  effect(() => {
    const refused = session.settingsProblems.value.map((problem) => problem.key);
    rememberLive(session.changes(), refused, preferences);
  });
}
