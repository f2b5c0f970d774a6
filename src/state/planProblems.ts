import { checkSettings, type SettingsProblem } from '../core/session/checkSettings.ts';
import { headerProblem } from '../core/session/headerLines.ts';
import { readToken } from '../core/token.ts';
import type { SessionWorld } from './contracts.ts';
import type { RunPlan } from './planRun.ts';

/** The form's own checks, and that a simulated run stays in the simulated world. */
export function planProblems(
  plan: Pick<RunPlan, 'settings' | 'limits'>,
  world: Pick<SessionWorld<never>, 'target' | 'baseUrl' | 'sessionEndpoint'>,
  secrets: { readonly pastedToken: string; readonly secretHeaders?: string },
): readonly SettingsProblem[] {
  const problems = [
    ...checkSettings(plan.settings, plan.limits),
    ...tokenProblems(secrets.pastedToken),
    ...headerProblems(secrets.secretHeaders ?? ''),
  ];
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

function headerProblems(lines: string): readonly SettingsProblem[] {
  const message = lines.includes('sk_orga_ai_')
    ? 'This is an API key, and a page must never hold one. Start the app with ORGA_API_KEY=… npm start instead.'
    : headerProblem(lines, true);
  return message === undefined ? [] : [{ key: 'secretHeaders', message }];
}

function originOf(url: string): string | undefined {
  return URL.canParse(url) ? new URL(url).origin : undefined;
}
