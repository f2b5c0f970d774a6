import { isObject, type Json } from '../session/foreignJson.ts';

/** What `Recording.version` is today. */
export const currentVersion = 1;

/** What a file of one version is in the next one; it is validated afterwards. */
type Upgrade = (json: unknown) => unknown;

/** The function at index n upgrades version n to n + 1. */
const upgrades: readonly Upgrade[] = [fromLogExport];

/**
 * The version of a parsed file; `undefined` where it is no recording. Version 0 had no header: the log's NDJSON export
 * as an array of its lines, and the report of `window.sessionDebugger.report()`.
 */
export function versionOf(json: unknown): number | undefined {
  if (Array.isArray(json)) return 0;
  if (!isObject(json)) return undefined;
  if (json.format === undefined) return isReport(json) ? 0 : undefined;
  const { format, version } = json;
  const known = format === 'webrtc-session-recording' && typeof version === 'number';
  return known && Number.isSafeInteger(version) && version > 0 ? version : undefined;
}

/** Brings a file of an earlier version to today's; `undefined` where there is no way. */
export function upgrade(json: unknown, version: number): unknown {
  return upgrades.slice(version).reduce((file, step) => step(file), json);
}

function isReport(json: Json): boolean {
  return Array.isArray(json.log) && Array.isArray(json.steps) && 'outcome' in json;
}

function fromLogExport(json: unknown): unknown {
  const report = isObject(json) ? json : {};
  const log: readonly unknown[] = Array.isArray(json) ? json : Array.isArray(report.log) ? report.log : [];
  const begin = log.find((entry) => isObject(entry) && entry.kind === 'run-started');
  const { wallClock, userAgent } = isObject(begin) ? begin : {};
  const { scenario } = report;
  const verdict = isObject(report.diagnosis) ? verdictOf(report.diagnosis) : undefined;
  return {
    format: 'webrtc-session-recording',
    version: 1,
    product: 'unknown',
    source: 'debugger',
    ...(scenario === undefined ? {} : { scenario }),
    startedAt: wallClock,
    userAgent,
    log,
    ...(verdict === undefined ? {} : { verdict }),
  };
}

function verdictOf({ code, variant, certainty, title, causedBy }: Json): Json {
  const step = isObject(causedBy) ? causedBy.step : undefined;
  return { code, variant, certainty, title, ...(step === undefined ? {} : { step }) };
}
