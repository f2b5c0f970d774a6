import type { Simulation } from './state/contracts.ts';

/** The simulated world's names, known before it is loaded: the page may connect to nothing else. */
export const simulatedOrigins = {
  baseUrl: 'https://api.orga-ai.test',
  sessionEndpoint: 'https://your-app.test/api/orga-client-secrets',
} as const;

/**
 * Loads the simulated world and starts its worker.
 * Rejects with a message for the user when a part no longer loads, or when this page cannot have a worker.
 */
export async function loadSimulation(worker: URL, scope: URL): Promise<Simulation> {
  const { scenarios, findScenario, startSimulation } = await import('../mocks/index.ts').catch(
    (error: unknown) => {
      const why = error instanceof Error ? error.message : String(error);
      throw new Error(
        `The simulation could not be loaded (${why}). A newer version may have been deployed since this page was opened: reload it.`,
      );
    },
  );
  const simulation = await startSimulation({ workerUrl: worker.href, scope: scope.pathname });
  return {
    apiKey: simulation.apiKey,
    scenarios,
    begin({ scenario, switches, overrides }) {
      const found = findScenario(scenario);
      if (found !== undefined) simulation.begin({ scenario: found, switches, overrides });
    },
    ensureAlive: () => simulation.ensureAlive(),
    hangUp: () => simulation.hangUp(),
  };
}
