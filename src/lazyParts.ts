import type { Page } from './browser/page.ts';
import type { Carried } from './browser/sessionPlan.ts';
import type { Report } from './core/session/report.ts';
import { defaultSettings } from './core/session/settings.ts';
import { defaultSwitches } from './core/session/switches.ts';
import type { AutomationCalls } from './state/automationCalls.ts';
import type { Checks, Knowledge, Recipe, SessionWorld, Simulation, ViewModel } from './state/contracts.ts';
import type { RecordingsModel } from './state/RecordingsModel.ts';
import type { SessionModelWithScripts } from './state/SessionModel.ts';
import type { Preferences } from './state/ViewModel.ts';

/** The simulated world's names, known before it is loaded: the page may connect to nothing else. */
export const simulatedOrigins = {
  baseUrl: 'https://api.orga-ai.test',
  sessionEndpoint: 'https://your-app.test/api/orga-client-secrets',
} as const;

/** What to tell the user when a part of the app no longer loads. */
function noLongerLoads(part: string) {
  return (error: unknown): never => {
    const why = error instanceof Error ? error.message : String(error);
    throw new Error(
      navigator.onLine
        ? `${part} could not be loaded (${why}). A newer version may have been deployed since this page was opened: reload it.`
        : `${part} could not be loaded: this computer is offline. Try again once it is not.`,
    );
  };
}

/** Rejects with a message for the user when it no longer loads. */
export async function loadKnowledge(): Promise<Knowledge> {
  const { diagnose, foresee, advise, sdkView, catalogueRows } = await import('./core/knowledge.ts').catch(
    noLongerLoads('What judges the log'),
  );
  return { diagnose, foresee, advise, sdkView, catalogue: catalogueRows };
}

/** Rejects with a message for the user when it no longer loads. */
export async function loadChecks(): Promise<Checks> {
  return (await import('./state/planProblems.ts').catch(noLongerLoads('What checks settings'))).planProblems;
}

/** Rejects with a message for the user when it no longer loads. */
export async function loadRecipe(page: Page): Promise<Recipe<Carried>> {
  const {
    createRedactor,
    createSeries,
    createTokenMemory,
    isReservedHost,
    probe,
    runSession,
    testIceServers,
    withoutUrls,
  } = await import('./browser/recipe.ts').catch(noLongerLoads('What runs a session'));
  const tokenMemory = createTokenMemory({ storage: () => localStorage, crypto, now: () => Date.now() });
  const relay = page.kind === 'live' ? (await loadLive()).relayOf(page) : undefined;
  return {
    createRedactor,
    createSeries,
    async runSession(order, controls) {
      const { keepReservedServers, ...rest } = order;
      const plan = { ...rest, ...(keepReservedServers !== true && { leaveOut: isReservedHost }) };
      if (relay === undefined) return runSession(plan, { ...controls, tokenMemory });
      const facts = await relay.find();
      const live = { probe, relay: facts && { facts, send: relay.send } };
      return runSession({ ...plan, live }, { ...controls, tokenMemory });
    },
    testIceServers({ iceServers = [] }, options) {
      const urls = iceServers.flatMap((server) => server.urls);
      const asked = withoutUrls(iceServers, isReservedHost);
      return {
        total: urls.length,
        leftOut: urls.filter(isReservedHost),
        results: testIceServers(asked, options),
      };
    },
  };
}

/** What scripts may call. Rejects with a message for the user when it no longer loads. */
export async function loadAutomation(
  session: SessionModelWithScripts,
  report: () => Report,
  after: SessionWorld<Carried>['after'],
): Promise<AutomationCalls> {
  const { createAutomationCalls } = await import('./state/automationCalls.ts').catch(
    noLongerLoads('What scripts may call'),
  );
  const settingKeys = Object.keys(defaultSettings);
  return createAutomationCalls({
    session,
    report,
    after,
    settingKeys,
    switchKeys: Object.keys(defaultSwitches),
  });
}

/** What keeps, opens and sends recordings, with what shows them. Rejects with a message for the user when it no longer loads. */
export async function loadRecordings(
  session: SessionModelWithScripts,
  view: ViewModel,
  product: string,
  page: Page,
  loadUi: () => Promise<unknown>,
): Promise<RecordingsModel> {
  const [parts] = await Promise.all([import('./recordingParts.ts'), loadUi()]).catch(
    noLongerLoads('What keeps recordings'),
  );
  return parts.startRecordings(session, view, product, page.url.href);
}

/** Waits for a page to watch. Where it does not load, a notice says so. */
export async function loadWatched(session: SessionModelWithScripts, preferences: Preferences): Promise<void> {
  try {
    (await import('./watchedParts.ts').catch(noLongerLoads('What watches a page'))).startWatched(
      session,
      preferences,
    );
  } catch (error) {
    session.notify({ id: 'watched', level: 'error', text: String(error) });
  }
}

/** What only a live page needs. Rejects with a message for the user when it no longer loads. */
export function loadLive() {
  return import('./liveParts.ts').catch(noLongerLoads('What a live session needs'));
}

/**
 * Loads the simulated world and starts its worker.
 * Rejects with a message for the user when a part no longer loads, or when this page cannot have a worker.
 */
export async function loadSimulation(worker: URL, scope: URL): Promise<Simulation> {
  const { createReplays, scenarios, findScenario, startSimulation, withoutScenario } = await import(
    '../mocks/index.ts'
  ).catch(noLongerLoads('The simulation'));
  const simulation = await startSimulation({ workerUrl: worker.href, scope: scope.pathname });
  const replays = createReplays(() => sessionStorage);
  return {
    apiKey: simulation.apiKey,
    scenarios: [...replays.recalled(), ...scenarios],
    withoutScenario,
    replayed: replays.choose,
    begin({ scenario, switches, overrides }) {
      const found = replays.find(scenario) ?? findScenario(scenario);
      if (found !== undefined) simulation.begin({ scenario: found, switches, overrides });
    },
    ensureAlive: () => simulation.ensureAlive(),
    hangUp: () => simulation.hangUp(),
  };
}
