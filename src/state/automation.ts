import type { CatalogueRow } from '../core/catalogue/catalogueRow.ts';
import { type Report, reportEntry, toReport } from '../core/session/report.ts';
import { isSessionStep, type SessionStep, sessionSteps } from '../core/session/step.ts';
import type { Outcome } from '../core/session/summary.ts';
import type { ScenarioInfo } from './contracts.ts';
import type { Changes } from './planRun.ts';
import type { RunRequest } from './RunRequest.ts';
import type { SessionModelWithScripts } from './SessionModel.ts';
import { untilHolds } from './untilHolds.ts';

export interface RunArguments {
  readonly scenario?: string;
  readonly route?: 'rest' | 'backend';
  readonly from?: SessionStep;
  readonly until?: SessionStep;
  readonly settings?: Changes['settings'] & Changes['switches'];
  readonly limits?: Changes['limits'];
  readonly overrides?: RunRequest['overrides'];
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
  step(): Promise<Report>;
  continue(options?: { until?: SessionStep }): Promise<Report>;
  stop(): Promise<Report>;
  waitFor(what: Awaited): Promise<Report>;
  report(): Report;
  export(format: string): Promise<string>;
  open(text: string): Promise<Report>;
}

const exportFormats = ['recording', 'ndjson', 'har', 'webrtc-internals', 'markdown', 'html'] as const;
const runKeys = ['scenario', 'route', 'from', 'until', 'settings', 'limits', 'overrides'] as const;
const overrideSteps = ['token', 'ice-config', 'call'] as const;

export interface AutomationOptions {
  readonly session: SessionModelWithScripts;
  readonly version: string;
  readonly switchKeys: readonly string[];
  readonly settingKeys: readonly string[];
  readonly after: (ms: number, task: () => void) => () => void;
}

export function createAutomation(options: AutomationOptions): SessionDebugger {
  const { session, after } = options;

  function report(): Report {
    session.flush();
    return toReport({
      log: session.log.value,
      summary: session.summary.value,
      diagnoses: session.diagnoses.value,
      scenario: session.scenario.value?.id,
    });
  }

  const settled = () =>
    ['connected', 'paused', 'failed', 'stopped', 'idle'].includes(session.summary.value.outcome);

  async function settle(): Promise<Report> {
    session.flush();
    await untilHolds(settled, after);
    await session.knows();
    return report();
  }

  return {
    version: options.version,
    async scenarios() {
      await session.loaded();
      return (session.scenarios.value ?? []).map(({ story: _, ...info }) => info);
    },
    async catalogue() {
      return (await session.knows()).catalogue;
    },
    async run(args = {}) {
      checkRunArguments(args, options);
      if (session.target === 'simulated') await session.loaded();
      if (args.scenario !== undefined) {
        const known = session.scenarios.value ?? [];
        if (!known.some(({ id }) => id === args.scenario)) {
          throw new Error(`There is no scenario “${args.scenario}”. scenarios() lists all ${known.length}.`);
        }
        session.selectScenario(args.scenario);
      }
      await session.run({
        ...(args.from === undefined ? {} : { from: args.from }),
        ...(args.until === undefined ? {} : { until: args.until }),
        ...(args.overrides === undefined ? {} : { overrides: args.overrides }),
        asked: {
          settings: {
            ...pick(args.settings ?? {}, options.settingKeys),
            ...(args.route === undefined ? {} : { route: args.route }),
          },
          switches: pick(args.settings ?? {}, options.switchKeys),
          limits: args.limits ?? {},
        },
      });
      return settle();
    },
    async step() {
      await session.step();
      return settle();
    },
    async continue({ until: last } = {}) {
      if (last !== undefined) checkStep('until', last);
      session.continue(last);
      return settle();
    },
    async stop() {
      session.stop();
      return settle();
    },
    async waitFor({ outcome, code, kind, timeout = 30_000 }) {
      const holds = () =>
        (outcome === undefined || session.summary.value.outcome === outcome) &&
        (code === undefined || session.diagnoses.value[0]?.code === code) &&
        (kind === undefined || session.log.value.some((entry) => entry.kind === kind));
      await session.knows();
      session.flush();
      try {
        await untilHolds(holds, after, timeout);
      } catch {
        const seen = report();
        const last = seen.log.at(-1)?.summary;
        const wanted = JSON.stringify({ outcome, code, kind });
        throw new Error(
          `After ${timeout} ms ${wanted} did not hold. Seen: outcome ${seen.outcome}, code ${seen.diagnosis?.code ?? 'none'}, ${seen.log.length} log entries, the last: ${last ?? 'none'}.`,
        );
      }
      return report();
    },
    report,
    async export(format) {
      if (format === 'ndjson') {
        session.flush();
        return session.log.value.map((entry) => JSON.stringify(reportEntry(entry))).join('\n');
      }
      if ((exportFormats as readonly string[]).includes(format)) {
        throw new Error(`Export as ${format} is not available in this version; ndjson is.`);
      }
      throw new Error(`There is no export format “${format}”. Formats: ${exportFormats.join(', ')}.`);
    },
    open() {
      return Promise.reject(new Error('Opening recordings is not available in this version.'));
    },
  };
}

function checkStep(name: string, value: string): void {
  if (!isSessionStep(value)) {
    throw new Error(`${name}: “${value}” is not a step. Steps: ${sessionSteps.join(', ')}.`);
  }
}

function checkRunArguments(args: RunArguments, options: AutomationOptions): void {
  if (typeof args !== 'object')
    throw new Error('run() takes an object, for example { scenario: "healthy" }.');
  const strange = Object.keys(args).find((key) => !(runKeys as readonly string[]).includes(key));
  if (strange !== undefined) throw new Error(`run() has no “${strange}”. It takes ${runKeys.join(', ')}.`);
  if (args.from !== undefined) checkStep('from', args.from);
  if (args.until !== undefined) checkStep('until', args.until);
  if (args.route !== undefined && args.route !== 'rest' && args.route !== 'backend') {
    throw new Error(`route: “${String(args.route)}” is neither rest nor backend.`);
  }
  const keys = [...options.settingKeys, ...options.switchKeys];
  const unknown = Object.keys(args.settings ?? {}).find((key) => !keys.includes(key));
  if (unknown !== undefined)
    throw new Error(`settings: there is no “${unknown}”. There are ${keys.join(', ')}.`);
  for (const [step, ms] of Object.entries(args.limits ?? {})) {
    checkStep('limits', step);
    if (typeof ms !== 'number' || !(ms > 0))
      throw new Error(`limits.${step}: ${String(ms)} is no number of ms above 0.`);
  }
  for (const step of Object.keys(args.overrides ?? {})) {
    if (!(overrideSteps as readonly string[]).includes(step)) {
      throw new Error(`overrides: “${step}” sends no request. Steps that do: ${overrideSteps.join(', ')}.`);
    }
  }
}

function pick<T extends object>(from: T, keys: readonly string[]): Partial<T> {
  const kept = Object.entries(from).filter(([key]) => keys.includes(key));
  return Object.fromEntries(kept) as Partial<T>;
}
