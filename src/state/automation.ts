import type { CatalogueRow } from '../core/catalogue/catalogueRow.ts';
import { type Report, toReport } from '../core/session/report.ts';
import type { SessionStep } from '../core/session/step.ts';
import type { Outcome } from '../core/session/summary.ts';
import type { AutomationCalls } from './automationCalls.ts';
import type { ScenarioInfo } from './contracts.ts';
import type { Changes } from './planRun.ts';
import type { RunRequest } from './RunRequest.ts';
import type { SessionModelWithScripts } from './SessionModel.ts';

export interface RunArguments {
  readonly scenario?: string;
  readonly route?: 'rest' | 'backend';
  readonly from?: SessionStep;
  readonly until?: SessionStep;
  readonly settings?: Changes['settings'] & Changes['switches'];
  readonly limits?: Changes['limits'];
  readonly overrides?: RunRequest['overrides'];
}

/** What is changed of the request that the step sends. */
export interface StepRequest {
  /** with its query */
  readonly path?: string;
  /** in place of those that hold no credential */
  readonly headers?: Readonly<Record<string, string>>;
  /** a text goes out as it is, anything else as JSON; an empty text sends none */
  readonly body?: unknown;
}

export interface Awaited {
  readonly outcome?: Outcome;
  readonly code?: string;
  readonly kind?: string;
  /** ms */
  readonly timeout?: number;
}

/** `window.sessionDebugger`: public, documented in the README, plain data only (design: automation contract). */
export interface SessionDebugger {
  readonly version: string;
  scenarios(): Promise<readonly Omit<ScenarioInfo, 'story'>[]>;
  catalogue(): Promise<readonly CatalogueRow[]>;
  run(options?: RunArguments): Promise<Report>;
  step(options?: { request?: StepRequest }): Promise<Report>;
  continue(options?: { until?: SessionStep }): Promise<Report>;
  stop(): Promise<Report>;
  waitFor(what: Awaited): Promise<Report>;
  report(): Report;
  export(format: string, options?: { readonly keep?: readonly string[] }): Promise<string>;
  open(text: string): Promise<Report>;
}

export interface AutomationOptions {
  readonly session: SessionModelWithScripts;
  readonly version: string;
  /** what all but `report` needs; rejects with a message for the user */
  readonly loadCalls: (report: () => Report) => Promise<AutomationCalls>;
}

/** There at once; each call loads what it needs. */
export function createAutomation({ session, version, loadCalls }: AutomationOptions): SessionDebugger {
  function report(): Report {
    session.flush();
    const opened = session.shown.value?.opened;
    return toReport({
      log: session.log.value,
      summary: session.summary.value,
      diagnoses: session.diagnoses.value,
      advice: session.advice.value,
      scenario: opened === undefined ? session.scenario.value?.id : opened.scenario,
    });
  }

  let loading: Promise<AutomationCalls> | undefined;
  async function calls(): Promise<AutomationCalls> {
    loading ??= loadCalls(report).catch((error: unknown) => {
      loading = undefined;
      throw error;
    });
    return loading;
  }

  return {
    version,
    report,
    scenarios: async () => (await calls()).scenarios(),
    catalogue: async () => (await calls()).catalogue(),
    run: async (options) => (await calls()).run(options),
    step: async (options) => (await calls()).step(options),
    continue: async (options) => (await calls()).continue(options),
    stop: async () => (await calls()).stop(),
    waitFor: async (what) => (await calls()).waitFor(what),
    export: async (format, options) => (await calls()).export(format, options),
    open: async (text) => (await calls()).open(text),
  };
}
