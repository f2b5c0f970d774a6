import type { RequestFaults } from '../../src/core/session/alteration.ts';
import type { Limits, Route, Settings } from '../../src/core/session/settings.ts';
import type { Outcome } from '../../src/core/session/summary.ts';
import type { SessionStep } from '../../src/core/session/step.ts';
import type { World } from '../world.ts';

/** How the world behaves in a simulated run, what the debugger gets wrong on purpose, and what must be diagnosed. */
export interface Scenario {
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
  readonly expect: {
    readonly outcome: Extract<Outcome, 'connected' | 'failed'>;
    /** undefined for the good ones */
    readonly code?: string;
    readonly variant?: string;
    /** where it must fail */
    readonly step?: SessionStep;
    /** status of the response that failed, where there was one */
    readonly httpStatus?: number;
  };
}
