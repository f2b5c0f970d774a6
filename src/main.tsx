import { effect } from '@preact/signals';
import { render } from 'preact';
import { version } from '../package.json';
import { admitOnlyWorkers, allowConnectionsOnlyTo } from './browser/contentSecurity.ts';
import { type Page, readPage, redirectTarget } from './browser/page.ts';
import { createPreferences } from './browser/preferences.ts';
import { recordingWorkerUrl } from './browser/recordingWorkerUrl.ts';
import type { Carried } from './browser/sessionPlan.ts';
import { defaultSettings } from './core/session/settings.ts';
import {
  loadAutomation,
  loadChecks,
  loadKnowledge,
  loadLive,
  loadRecipe,
  loadRecordings,
  loadSimulation,
  loadWatched,
  simulatedOrigins,
} from './lazyParts.ts';
import { createAutomation, type SessionDebugger } from './state/automation.ts';
import type { SessionWorld } from './state/contracts.ts';
import { parseDeepLink } from './state/deepLink.ts';
import { followDeepLink } from './state/followDeepLink.ts';
import { createSessionModel, type SessionModelWithScripts } from './state/SessionModel.ts';
import { createViewModel } from './state/ViewModel.ts';
import { App } from './ui/App.tsx';
import { recordingUi } from './ui/lazyRecordingParts.ts';
import './ui/theme/tokens.css';

declare global {
  interface Window {
    sessionDebugger: SessionDebugger;
  }
}

const here = new URL(location.href);
const elsewhere = redirectTarget(here);
if (elsewhere === undefined) start(readPage(here));
else location.replace(elsewhere);

function start(page: Page): void {
  const worker = new URL('mockServiceWorker.js', page.url);
  admitOnlyWorkers([worker.href, recordingWorkerUrl]);
  if (page.kind === 'simulated')
    allowConnectionsOnlyTo(Object.values(simulatedOrigins).map((url) => new URL(url).origin));

  const after: SessionWorld<Carried>['after'] = (ms, task) => {
    const timer = setTimeout(task, ms);
    return () => clearTimeout(timer);
  };
  const session: SessionModelWithScripts = createSessionModel<Carried>({
    target: page.kind,
    userAgent: navigator.userAgent,
    pageUrl: page.url.href,
    ...(page.kind === 'simulated'
      ? { ...simulatedOrigins, loadSimulation: () => loadSimulation(worker, page.url) }
      : {
          baseUrl: defaultSettings.baseUrl,
          sessionEndpoint: defaultSettings.sessionEndpoint,
          ...(page.kind === 'live' && {
            findRelay: async () => (await loadLive()).relayOf(page).find(),
            loadRemoteSimulator: async () => (await loadLive()).remoteSimulator,
          }),
        }),
    now: () => performance.now(),
    wallClock: () => Date.now(),
    random: () => Math.random(),
    after,
    loadChecks,
    loadKnowledge,
    loadRecipe: () => loadRecipe(page),
    loadRecordings: () => loadRecordings(session, view, version, page, recordingUi.load),
  });
  const preferences = createPreferences(() =>
    session.notify({
      id: 'storage',
      level: 'warn',
      text: 'This browser refuses storage to this page: choices, and which tokens were used, are forgotten on reload.',
    }),
  );
  const view = createViewModel({ session, preferences, pageUrl: page.url.href });
  window.sessionDebugger = createAutomation({
    session,
    version,
    loadCalls: (report) => loadAutomation(session, report, after),
  });

  const root = document.documentElement;
  effect(() => {
    root.dataset.outcome = session.summary.value.outcome;
    root.dataset.run = String(session.summary.value.run);
  });
  effect(() => {
    root.dataset.theme = view.theme.value;
  });

  const mount = document.getElementById('app');
  if (mount === null) throw new Error('index.html has no element #app.');
  render(<App session={session} view={view} />, mount);
  session.prepare();
  void begin();

  async function begin(): Promise<void> {
    // Where it does not load, a run says so; a live page without a memory is still one.
    const live = page.kind === 'live' ? await loadLive().catch(() => undefined) : undefined;
    const query = live?.recall(here.searchParams, preferences) ?? here.searchParams;
    await followDeepLink(parseDeepLink(query), session, view, here.hash);
    effect(() => history.replaceState(undefined, '', view.link.value));
    live?.remember(session, preferences);
    if (page.kind === 'watched') await loadWatched(session, preferences);
  }
}
