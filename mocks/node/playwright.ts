import { type BrowserContext, test as base } from '@playwright/test';
import { appOrigin, sessionPath, simulatedApiKey } from '../origins.ts';
import type { PlayableScenario } from '../scenarios/scenario.ts';
import type { ScenarioRow } from './control.ts';
import { attachSessions } from './expectSession.ts';
import { builtInHost, type Simulator, startSimulator } from './simulator.ts';

export { expect } from '@playwright/test';
export { type ExpectedSession, expectSession, type SessionProbeOptions } from './expectSession.ts';
export type { Simulator } from './simulator.ts';

/**
 * A scenario being played to one test, in a world of its own: what an earlier test still sends does not meet it, nor use
 * up its faults. Only requests to the built-in host without a token of this world meet what the worker has in use.
 */
export interface Simulated {
  readonly scenario: ScenarioRow;
  /** what the test must see: `{ outcome: 'connected' }`, or the failure's code, variant, step and status */
  readonly expected: PlayableScenario['expect'];
  /** what an SDK takes as its base URL */
  readonly baseUrl: string;
  /** what a page takes as its session endpoint */
  readonly sessionEndpoint: string;
  readonly apiKey: string;
}

export interface SimulatorFixtures {
  /** `test.use({ scenario: 'call.invalid_ephemeral_token.used' })`; `healthy` if not named */
  readonly scenario: string;
  /** `test.use({ scenarioFile: 'e2e/monday.scenario.json' })`: a recorded session, saved by Replay */
  readonly scenarioFile: string | undefined;
  readonly simulated: Simulated;
}

export interface SimulatorWorkerFixtures {
  /** one per worker, on ports of its own */
  readonly simulator: Simulator;
}

/**
 * Playwright's `test`, with a simulator beside it. Chromium is started so that `https://api.orga-ai.com` is the
 * simulator; for other browsers requests are routed there, with the limits of `routeToSimulator()`.
 */
export const test = base.extend<SimulatorFixtures & { readonly _routed: undefined }, SimulatorWorkerFixtures>(
  {
    scenario: ['healthy', { option: true }],
    scenarioFile: [undefined, { option: true }],
    simulator: [
      async ({ browserName: _ }, use) => {
        const simulator = await startSimulator();
        await use(simulator);
        await simulator.close();
      },
      { scope: 'worker' },
    ],
    launchOptions: [
      async ({ simulator, launchOptions, browserName }, use) => {
        const own = browserName === 'chromium' ? simulator.browserArgs : [];
        await use({ ...launchOptions, args: [...(launchOptions.args ?? []), ...own] });
      },
      { scope: 'worker' },
    ],
    simulated: async ({ simulator, scenario, scenarioFile }, use, { testId }) => {
      // Of what only knows the built-in host, the question before a request names no world: it meets the one in use.
      if (scenarioFile === undefined) simulator.use(scenario);
      else simulator.useFile(scenarioFile);
      const own = simulator.apart(testId);
      await use({
        scenario: own.scenario,
        expected: own.expected,
        baseUrl: own.url,
        sessionEndpoint: own.sessionEndpoint,
        apiKey: simulatedApiKey,
      });
      own.end();
    },
    // While the page still tells: fixtures of its own would end after it.
    page: async ({ page }, use, info) => {
      await use(page);
      if (info.status !== info.expectedStatus) await attachSessions(info);
    },
    _routed: [
      async ({ simulator, context, browserName }, use) => {
        if (browserName !== 'chromium') await routeToSimulator(context, simulator);
        await use(undefined);
      },
      { auto: true },
    ],
  },
);

/**
 * The fallback where the browser's own name resolution cannot be changed: Playwright takes the requests to the service
 * and passes them on. A body arrives whole or not at all: one that trickles comes late and in one piece, and of a reply
 * whose body stalls or breaks off the page gets not even the status, as if nothing or a reset had come. The browser
 * does no CORS preflight, so a refused one goes unseen; reason phrases are the browser's own.
 */
export async function routeToSimulator(context: BrowserContext, simulator: Simulator): Promise<void> {
  for (const [origin, target] of [
    [`https://${builtInHost}`, simulator.url],
    [appOrigin, simulator.url],
  ] as const) {
    await context.route(`${origin}/**`, async (route) => {
      const url = route.request().url().replace(origin, target);
      try {
        // However long it takes: whoever waits decides when it is too long.
        await route.fulfill({ response: await route.fetch({ url, maxRedirects: 0, timeout: 0 }) });
      } catch {
        await route.abort('connectionreset').catch(() => undefined);
      }
    });
  }
}

/** Where the simulated session endpoint is found on every host. */
export { sessionPath };
