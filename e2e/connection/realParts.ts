import type { Page } from '@playwright/test';
import { advise } from '../../src/core/diagnosis/diagnose.ts';
import type { Report } from '../../src/core/session/report.ts';
import { expect } from '../fixtures.ts';

type RunArguments = NonNullable<Parameters<Window['sessionDebugger']['run']>[0]>;

/** One ICE server as ice-config hands it out. */
export interface HandedOut {
  readonly urls: readonly string[];
  readonly username?: string;
  readonly credential?: string;
}

/** Runs a scenario, the healthy one unless named, with these ICE servers in the place of its own. */
export function runWithServers(
  page: Page,
  iceServers: readonly HandedOut[],
  {
    scenario = 'healthy',
    policy = 'relay',
    limits = {},
  }: {
    readonly scenario?: string;
    readonly policy?: 'all' | 'relay';
    readonly limits?: NonNullable<RunArguments['limits']>;
  } = {},
): Promise<Report> {
  const args: RunArguments = {
    scenario,
    route: 'rest',
    settings: { iceTransportPolicy: policy },
    limits,
    overrides: { 'ice-config': { status: 200, body: { iceServers } } },
  };
  return page.evaluate((order) => window.sessionDebugger.run(order), args);
}

/** The verdict, that each piece of its evidence is in the log, and that nobody is left in doubt who failed. */
export function expectVerdict(report: Report, code: string, variant: string): void {
  const { diagnosis, log } = report;
  expect(`${diagnosis?.code}.${diagnosis?.variant}`).toBe(`${code}.${variant}`);
  expect(diagnosis?.evidence.length).toBeGreaterThan(0);
  for (const id of diagnosis?.evidence ?? []) {
    expect(
      log.some((entry) => entry.id === id),
      `evidence ${id} is in the log`,
    ).toBe(true);
  }
}

/** Codes and variants of what is worth knowing, though it is no verdict. */
export function adviceOf({ log }: Report): readonly string[] {
  return advise(log).map(({ code, variant }) => `${code}.${variant}`);
}

/** Why there is no connection, as the log's own entry says it. */
export function connectionFailureOf({ log }: Report) {
  return log.findLast((entry) => entry.kind === 'connection-failure')?.failure;
}
