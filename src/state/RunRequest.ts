import type { Endpoint } from '../core/session/log.ts';
import type { Route } from '../core/session/settings.ts';
import type { SessionStep } from '../core/session/step.ts';
import type { Override } from './contracts.ts';
import { type Changes, endpointOf } from './planRun.ts';

/** What a run may be asked for beyond what is set on screen. */
export interface RunRequest {
  readonly from?: SessionStep;
  readonly until?: SessionStep;
  readonly hold?: boolean;
  readonly asked?: Partial<Changes>;
  readonly overrides?: Partial<Record<'token' | 'ice-config' | 'call', Override>>;
}

/** Overrides are asked for by step; the world knows endpoints. */
export function overridesByEndpoint(
  overrides: NonNullable<RunRequest['overrides']>,
  route: Route,
): Partial<Record<Endpoint, Override>> {
  const byEndpoint: Partial<Record<Endpoint, Override>> = {};
  for (const step of ['token', 'ice-config', 'call'] as const) {
    const override = overrides[step];
    if (override !== undefined) byEndpoint[endpointOf(step, route)] = override;
  }
  return byEndpoint;
}
