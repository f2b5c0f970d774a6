import { defaultLimits, type Limits, type Route, type Settings } from '../core/session/settings.ts';
import { defaultSwitches, type Switches } from '../core/session/switches.ts';
import type { RunnableScenario } from './contracts.ts';

/** What the user, or a script, changed from the defaults. */
export interface Changes {
  readonly settings: Partial<Settings>;
  readonly limits: Partial<Limits>;
  readonly switches: Partial<Switches>;
}

export interface RunPlan {
  readonly settings: Settings;
  readonly limits: Limits;
  readonly switches: Switches;
  /** limits that the scenario shortened */
  readonly shortened: Partial<Limits>;
}

/** Later wins: defaults, the user's changes, what the scenario needs, what a script asked for. */
export function planRun(
  defaults: Settings,
  changes: Changes,
  scenario: RunnableScenario | undefined,
  realtime: boolean,
  asked: Partial<Changes> = {},
): RunPlan {
  const settings: Settings = {
    ...defaults,
    ...changes.settings,
    ...scenario?.settings,
    ...(scenario?.route === undefined ? {} : { route: scenario.route }),
    ...asked.settings,
  };
  const shortened = realtime ? {} : (scenario?.limits ?? {});
  return {
    settings,
    limits: { ...defaultLimits(settings.route), ...shortened, ...changes.limits, ...asked.limits },
    switches: { ...defaultSwitches, ...scenario?.world.switches, ...changes.switches, ...asked.switches },
    shortened,
  };
}

/** Which endpoint a step talks to. */
export function endpointOf(step: 'token' | 'ice-config' | 'call', route: Route) {
  if (step === 'token') return route === 'backend' ? 'session' : 'client-secrets';
  return step === 'call' ? 'calls' : 'ice-config';
}
