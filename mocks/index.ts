/** The lazily loaded simulated world: what the app asks of it. */
export { startSimulation } from './browser.ts';
export { createReplays } from './replays.ts';
export { findScenario, scenarios, withoutScenario } from './scenarios/index.ts';
