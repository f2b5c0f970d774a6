import type { CatalogueCode, VariantOf } from '../../src/core/catalogue/index.ts';
import type { RequestFaults } from '../../src/core/session/alteration.ts';
import type { Limits, Route, Settings } from '../../src/core/session/settings.ts';
import type { SessionStep } from '../../src/core/session/step.ts';
import type { World } from '../world.ts';

/** What a scenario of the code must fail with. */
export interface ExpectedFailure<C extends CatalogueCode> {
  readonly outcome: 'failed';
  readonly code: C;
  readonly variant: VariantOf<C>;
  /** where it must fail */
  readonly step: SessionStep;
  /** status of the response that failed, where there was one */
  readonly httpStatus?: number;
}

export interface ExpectedConnection {
  readonly outcome: 'connected';
  readonly code?: undefined;
  readonly variant?: undefined;
  readonly step?: undefined;
  readonly httpStatus?: undefined;
}

/** It connects, and yet something is wrong that earns a verdict: nobody can be heard, for example. */
export interface ExpectedTrouble<C extends CatalogueCode> {
  readonly outcome: 'connected';
  readonly code: C;
  readonly variant: VariantOf<C>;
  /** that its evidence belongs to */
  readonly step: SessionStep;
  readonly httpStatus?: undefined;
}

/** It connects, and something is worth knowing all the same: advice, never a verdict. */
export interface ExpectedAdvice<C extends CatalogueCode> extends ExpectedConnection {
  readonly advice: { readonly code: C; readonly variant: VariantOf<C> };
}

interface Told {
  /** `step.code[.variant][.backend]`, or `healthy…`. Never renamed. */
  readonly id: string;
  readonly title: string;
  /** One line: what happened in the developer's world. */
  readonly story: string;
  /** Where the scenario needs one; otherwise the user's choice stands. */
  readonly route?: Route;
  readonly world: World;
  readonly request?: RequestFaults;
  readonly settings?: Partial<Settings>;
  /** Short limits for scenarios that wait for one; with real time limits these are not applied. */
  readonly limits?: Partial<Limits>;
}

export interface HealthyScenario extends Told {
  readonly id: `healthy${string}`;
  readonly expect: ExpectedConnection;
}

/** A scenario of one catalogue code; its id begins with the step and the code. */
export interface ScenarioOf<C extends CatalogueCode> extends Told {
  readonly id: `${SessionStep}.${C}` | `${SessionStep}.${C}.${string}`;
  readonly expect: ExpectedFailure<C> | ExpectedTrouble<C> | ExpectedAdvice<C>;
}

/** All scenarios of a code: at least one. */
export type ScenariosOf<C extends CatalogueCode> = readonly [ScenarioOf<C>, ...ScenarioOf<C>[]];

/** How the world behaves in a simulated run, what the debugger gets wrong on purpose, and what must be diagnosed. */
export type Scenario = HealthyScenario | { [C in CatalogueCode]: ScenarioOf<C> }[CatalogueCode];

/** What a player of scenarios needs of one, also of one that was recorded. */
export interface PlayableScenario extends Told {
  readonly expect: {
    readonly outcome: 'connected' | 'failed';
    readonly code?: string | undefined;
    readonly variant?: string | undefined;
    readonly step?: SessionStep | undefined;
    readonly httpStatus?: number | undefined;
  };
}
