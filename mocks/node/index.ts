/** The simulator as a server, for those who start it from their own code. */
export type { ScenarioRow } from './control.ts';
export { type Simulator, type SimulatorOptions, startSimulator } from './simulator.ts';
export { simulatorScenarios } from './transportScenarios.ts';
