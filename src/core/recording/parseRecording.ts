import * as v from 'valibot';
import { mayHoldSecret } from '../redaction/secretPatterns.ts';
import { isObject, type Json } from '../session/foreignJson.ts';
import { readSeriesData, type SeriesData } from '../session/seriesData.ts';
import { readLog } from './readLog.ts';
import type { Reading, Recording } from './recording.ts';
import { redactForeign } from './redactForeign.ts';
import { recordedVerdict, recordingId, recordingSource } from './schema/headerSchemas.ts';
import { wallClock } from './schema/scalars.ts';
import { currentVersion, upgrade, versionOf } from './upgrades.ts';

/**
 * Reads a parsed recording file of any version and origin; never throws. Entries that are not as they must be are
 * left out and named in the notes, secrets are replaced. What comes back holds everything that its type promises.
 */
export function parseRecording(json: unknown): Reading {
  const version = versionOf(json);
  if (version === undefined) return { ok: false, problem: whyNone(json) };
  if (version > currentVersion) {
    return {
      ok: false,
      problem: `This recording was written by a newer version (${version}) of the debugger, which this one (${currentVersion}) cannot read. Update this one.`,
    };
  }
  const file = upgrade(json, version);
  if (!isObject(file) || !Array.isArray(file.log)) {
    return {
      ok: false,
      problem: `The recording’s log is ${isObject(file) ? nameOf(file.log) : 'absent'}, not a list of entries. The file is damaged, or not from this debugger.`,
    };
  }
  return readFile(file, file.log);
}

function readFile(file: Json, entries: readonly unknown[]): Reading {
  const { log, notes } = readLog(entries);
  if (log.length === 0 && entries.length > 0) {
    return { ok: false, problem: `No entry of the log could be read. ${notes[0] ?? ''}` };
  }
  const { series, problem } = readSeries(file.series);
  const begin = log.find((entry) => entry.kind === 'run-started');
  const found: Recording = {
    format: 'webrtc-session-recording',
    version: 1,
    product: textOf(file.product, 100) ?? 'unknown',
    source: v.is(recordingSource, file.source) ? file.source : 'debugger',
    id: v.is(recordingId, file.id) && !mayHoldSecret(file.id) ? file.id : derivedId(entries),
    ...optional('name', textOf(file.name, 200)),
    ...optional('scenario', textOf(file.scenario, 200)),
    startedAt: v.is(wallClock, file.startedAt) ? file.startedAt : (begin?.wallClock ?? 0),
    userAgent: textOf(file.userAgent ?? begin?.userAgent, 1_000) ?? '',
    log,
    ...optional('series', series),
    ...optional('verdict', readVerdict(file.verdict)),
  };
  const { recording, replaced } = redactForeign(found);
  return {
    ok: true,
    recording,
    notes: [
      ...notes,
      ...(log.length === 0 ? ['The log has no entries.'] : []),
      ...(log.length > 0 && begin === undefined
        ? ['The log does not have its beginning (run-started): settings and wall clock are unknown.']
        : []),
      ...(problem === undefined ? [] : [problem]),
      ...(file.verdict !== undefined && recording.verdict === undefined
        ? ['The verdict as recorded could not be read and is left out.']
        : []),
      ...(replaced > 0
        ? [`${replaced} ${replaced === 1 ? 'entry' : 'entries'} held what looks like a secret: replaced.`]
        : []),
    ],
  };
}

function readSeries(json: unknown): { readonly series?: SeriesData; readonly problem?: string } {
  if (json === undefined || json === null) return {};
  const series = readSeriesData(json);
  if (series === undefined) {
    return { problem: 'The statistics series contradicts itself and is left out: there are no charts.' };
  }
  const columns = Object.entries(series.columns).filter(([name]) => !reachesPrototype(name));
  return { series: { ...series, columns: Object.fromEntries(columns.slice(0, mostColumns)) } };
}

/** As many as `createSeries` keeps. */
const mostColumns = 1_000;

function reachesPrototype(name: string): boolean {
  return name === '__proto__' || name === 'constructor' || name === 'prototype';
}

function readVerdict(json: unknown): Recording['verdict'] {
  const result = v.safeParse(recordedVerdict, json);
  return result.success ? result.output : undefined;
}

function textOf(value: unknown, longest: number): string | undefined {
  return typeof value === 'string' ? value.slice(0, longest) : undefined;
}

function optional<K extends string, T>(name: K, value: T | undefined): { readonly [P in K]?: T } {
  // The computed key widens to string.
  return (value === undefined ? {} : { [name]: value }) as { readonly [P in K]?: T };
}

/** The same file has the same id, also where it names none: FNV-1a of how its log begins and ends. */
function derivedId(entries: readonly unknown[]): string {
  const text = [entries.length, ...[entries[0], entries.at(-1)].map(sample)].join('|');
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  }
  return `log-${(hash >>> 0).toString(16).padStart(8, '0')}`;
}

function sample(entry: unknown): string {
  if (!isObject(entry)) return '';
  const { at, kind, wallClock: clock } = entry;
  return [at, kind, clock].filter((value) => typeof value !== 'object').join(' ');
}

function whyNone(json: unknown): string {
  const wanted = 'A recording is an object with format "webrtc-session-recording", version and log.';
  if (!isObject(json)) return `This is ${nameOf(json)}, no recording. ${wanted}`;
  if (json.format === undefined) return `This is no recording: it has no member "format". ${wanted}`;
  if (json.format !== 'webrtc-session-recording')
    return `This is no recording: its "format" is another. ${wanted}`;
  return `The recording’s "version" is ${typeof json.version === 'number' ? json.version : nameOf(json.version)}, not a whole number from 1. The file is damaged.`;
}

/** What a foreign value is, for a message. */
function nameOf(value: unknown): string {
  if (value === undefined) return 'absent';
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'a list';
  return typeof value === 'object' ? 'an object' : `a ${typeof value}`;
}
