import type { ReplayScenario } from '../core/recording/replay/replayScenario.ts';
import type { RequestFaults } from '../core/session/alteration.ts';
import type { Endpoint } from '../core/session/log.ts';
import type { Limits, Route, Settings } from '../core/session/settings.ts';
import type { SessionStep } from '../core/session/step.ts';
import type { Switches } from '../core/session/switches.ts';

/** One line of the scenario list, as `window.sessionDebugger.scenarios()` gives it, with its story. */
export interface ScenarioInfo {
  readonly id: string;
  readonly title: string;
  readonly story: string;
  /** the verdict it must get; undefined for the good ones */
  readonly code?: string;
  readonly variant?: string;
  readonly step?: SessionStep;
  readonly httpStatus?: number;
  readonly route?: 'rest' | 'backend';
}

/** A scenario as far as a run needs it; what the world does with it is the simulation's own business. */
export interface RunnableScenario {
  readonly id: string;
  readonly title: string;
  readonly story: string;
  readonly route?: Route;
  readonly request?: RequestFaults;
  readonly settings?: Partial<Settings>;
  readonly limits?: Partial<Limits>;
  readonly world: {
    readonly switches?: Partial<Switches>;
    /** the scenario is about ICE servers: those under reserved names are used too */
    readonly keepReservedServers?: true;
  };
  readonly expect: {
    readonly code?: string | undefined;
    readonly variant?: string | undefined;
    readonly step?: SessionStep | undefined;
    readonly httpStatus?: number | undefined;
  };
}

/** Answers one request of a step so, once, in the simulated world. */
export interface Override {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: unknown;
  /** ms */
  readonly delay?: number;
}

/** The simulated world, loaded lazily. */
export interface Simulation {
  readonly apiKey: string;
  readonly scenarios: readonly RunnableScenario[];
  /** by catalogue code: why no scenario provokes it */
  readonly withoutScenario: Readonly<Record<string, string>>;
  /** makes a recorded session playable, as the scenario `replay` */
  replayed(replay: ReplayScenario): RunnableScenario;
  begin(options: {
    scenario: string;
    switches: Switches;
    overrides: Partial<Record<Endpoint, Override>>;
  }): void;
  ensureAlive(): Promise<'alive' | 'restarted'>;
  hangUp(): void;
}
