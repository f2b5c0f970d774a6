import { type PersonalKind, personalKinds } from '../core/recording/anonymise.ts';
import { type ExportFormat, exportFormats } from '../core/recording/write/exportFormat.ts';
import type { Report } from '../core/session/report.ts';
import { isSessionStep, sessionSteps } from '../core/session/step.ts';
import type { RunArguments, SessionDebugger, StepRequest } from './automation.ts';
import { leakWords } from './Sending.ts';
import type { SessionModelWithScripts } from './SessionModel.ts';
import { untilHolds } from './untilHolds.ts';

const runKeys = ['scenario', 'route', 'from', 'until', 'settings', 'limits', 'overrides'] as const;
const overrideSteps = ['token', 'ice-config', 'call'] as const;

/** What a script may call, but for what is there at once. */
export type AutomationCalls = Omit<SessionDebugger, 'version' | 'report'>;

export interface CallOptions {
  readonly session: SessionModelWithScripts;
  readonly report: () => Report;
  readonly switchKeys: readonly string[];
  readonly settingKeys: readonly string[];
  readonly after: (ms: number, task: () => void) => () => void;
}

export function createAutomationCalls(options: CallOptions): AutomationCalls {
  const { session, report, after } = options;

  const settled = () =>
    ['connected', 'paused', 'failed', 'stopped', 'idle'].includes(session.summary.value.outcome);

  async function settle(): Promise<Report> {
    session.flush();
    await untilHolds(settled, after);
    await session.knows();
    return report();
  }

  return {
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
    async step({ request } = {}) {
      if (request !== undefined) edit(session, request);
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
    async export(format, { keep = [] } = {}) {
      if (!isExportFormat(format)) {
        throw new Error(
          `There is no export format “${format}”. Formats: ${Object.keys(exportFormats).join(', ')}.`,
        );
      }
      const { sending, recording } = await session.loadRecordings();
      await session.knows();
      const looked = recording();
      if (looked === undefined) throw new Error('There is nothing to export: nothing was run or opened yet.');
      const { blob, leaks } = await sending.draft(looked, format, { keep: checkKeep(keep) });
      if (leaks.length > 0) throw new Error(leakWords(leaks));
      const text = await blob.text();
      // A script that splits at line ends gets no empty last line.
      return format === 'ndjson' ? text.trimEnd() : text;
    },
    async open(text) {
      const recordings = await session.loadRecordings();
      const opened = await recordings.openBlob(new Blob([text]), 'The text');
      if (!opened) throw new Error(recordings.problem.peek() ?? 'Another recording was opened meanwhile.');
      await session.knows();
      return report();
    },
  };
}

/** Throws where nothing waits to be sent, or where it cannot be sent so; then nothing is changed. */
function edit(session: SessionModelWithScripts, request: StepRequest): void {
  const strange = Object.keys(request).find((key) => !['path', 'headers', 'body'].includes(key));
  if (strange !== undefined)
    throw new Error(`request: there is no “${strange}”. There are path, headers, body.`);
  const before = session.pendingRequest.peek();
  if (before === undefined) {
    throw new Error('request: no request waits to be sent. Run until the step before it, then step().');
  }
  const { path, headers, body } = request;
  if (path !== undefined && typeof path !== 'string') throw new Error('request.path: it is not a text.');
  session.editRequest({
    ...(path !== undefined && { path }),
    ...(headers !== undefined && { headers: headerLines(headers) }),
    ...('body' in request && { body: typeof body === 'string' ? body : (JSON.stringify(body) ?? '') }),
  });
  const problem = session.pendingRequest.peek()?.problem;
  if (problem === undefined) return;
  session.editRequest(before.edit);
  throw new Error(`request.${problem.field}: ${problem.message}`);
}

function headerLines(headers: Readonly<Record<string, string>>): string {
  return Object.entries(headers)
    .map(([name, value]) => `${name}: ${value}`)
    .join('\n');
}

function isExportFormat(format: string): format is ExportFormat {
  return Object.hasOwn(exportFormats, format);
}

function checkKeep(kinds: readonly string[]): readonly PersonalKind[] {
  return kinds.map((kind) => {
    const known = personalKinds.find((each) => each === kind);
    if (known !== undefined) return known;
    throw new Error(`keep: there is no “${kind}”. There are ${personalKinds.join(', ')}.`);
  });
}

function checkStep(name: string, value: string): void {
  if (!isSessionStep(value)) {
    throw new Error(`${name}: “${value}” is not a step. Steps: ${sessionSteps.join(', ')}.`);
  }
}

function checkRunArguments(args: RunArguments, options: CallOptions): void {
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
