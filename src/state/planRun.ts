import { checkSettings, type SettingsProblem } from '../core/session/checkSettings.ts';
import { defaultLimits, type Limits, type Route, type Settings } from '../core/session/settings.ts';
import { defaultSwitches, type Switches } from '../core/session/switches.ts';
import { readToken } from '../core/token.ts';
import type { RunnableScenario, SessionWorld } from './contracts.ts';

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

/** The form's own checks, and that a simulated run stays in the simulated world. */
export function planProblems(
  plan: Pick<RunPlan, 'settings' | 'limits'>,
  world: Pick<SessionWorld<never>, 'target' | 'baseUrl' | 'sessionEndpoint'>,
  pastedToken: string,
): readonly SettingsProblem[] {
  const problems = [...checkSettings(plan.settings, plan.limits), ...tokenProblems(pastedToken)];
  if (world.target !== 'simulated') return problems;
  const stray = (['baseUrl', 'sessionEndpoint'] as const).flatMap((key) => {
    const simulated = originOf(world[key]);
    const origin = originOf(plan.settings[key]);
    if (origin === undefined || origin === simulated) return [];
    const message = `This page is simulated and talks to ${simulated} only. To reach ${origin}, switch the target to Live.`;
    return [{ key, message }];
  });
  return [...problems, ...stray];
}

function tokenProblems(pastedToken: string): readonly SettingsProblem[] {
  if (readToken(pastedToken).kind !== 'api-key') return [];
  const message =
    'This is an API key, and a page must never hold one: it belongs in your backend. Paste the ephemeral token that your backend got for it, or let the session endpoint hand one out.';
  return [{ key: 'pastedToken', message }];
}

function originOf(url: string): string | undefined {
  return URL.canParse(url) ? new URL(url).origin : undefined;
}

/** Which endpoint a step talks to. */
export function endpointOf(step: 'token' | 'ice-config' | 'call', route: Route) {
  if (step === 'token') return route === 'backend' ? 'session' : 'client-secrets';
  return step === 'call' ? 'calls' : 'ice-config';
}
