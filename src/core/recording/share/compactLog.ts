import { isObject, type Json, parseJson } from '../../session/foreignJson.ts';
import type { LogEntry } from '../../session/log.ts';
import type { Recording } from '../recording.ts';

// What a link carries: the recording with everything left out that follows from what stands before it.

/** Texts that often are JSON: as such they need no second escaping, and repeat what stands elsewhere. */
const nested: ReadonlySet<string> = new Set(['body', 'text']);

/**
 * The recording as JSON of a link, without its series: `at` as µs since the entry before, `id` only where it is not
 * `e` and the entry's number, `attempt` and `step` only where they change (`0`: none), a body that is JSON as JSON.
 * Times are rounded to a µs, other lengths of time to nine digits.
 */
export function compactRecording({ series: _, log, ...head }: Recording): string {
  let time = 0;
  let attempt = 1;
  let step: LogEntry['step'];
  const entries = log.map((entry, index) => {
    const { id, at, attempt: itsAttempt, step: itsStep, kind, ...members } = entry;
    const micros = Math.round(at * 1_000);
    const short = {
      kind,
      at: micros - time,
      ...(itsStep !== step && { step: itsStep ?? 0 }),
      ...(itsAttempt !== attempt && { attempt: itsAttempt }),
      ...(id !== `e${index + 1}` && { id }),
      ...mapped(members, shortMember),
    };
    time = micros;
    attempt = itsAttempt;
    step = itsStep;
    return short;
  });
  return JSON.stringify({ ...head, log: entries });
}

/** Undoes `compactRecording` as far as it can; what comes back is as foreign as what went in. */
export function expandedRecording(json: unknown): unknown {
  if (!isObject(json) || !Array.isArray(json.log)) return json;
  const entries: readonly unknown[] = json.log;
  let time = 0;
  let attempt: unknown = 1;
  let step: unknown = 0;
  const log = entries.map((entry, index) => {
    if (!isObject(entry)) return entry;
    const { at, id = `e${index + 1}`, step: itsStep, attempt: itsAttempt, ...members } = entry;
    if (typeof at === 'number') time += at;
    if (itsStep !== undefined) step = itsStep;
    if (itsAttempt !== undefined) attempt = itsAttempt;
    return {
      ...mapped(members, longMember),
      id,
      at: time / 1_000,
      attempt,
      ...(step !== 0 && { step }),
    };
  });
  return { ...json, log };
}

/** `fromEntries` defines members: a name like `__proto__` stays a name. */
function mapped(members: Json, change: (name: string, value: unknown) => unknown): Json {
  return Object.fromEntries(Object.entries(members).map(([name, value]) => [name, change(name, value)]));
}

function shortMember(name: string, value: unknown): unknown {
  if (typeof value === 'number' && !Number.isInteger(value)) return Number(value.toPrecision(9));
  if (typeof value !== 'string' || !nested.has(name) || !/^[[{]/.test(value)) return value;
  const parsed = parseJson(value);
  return parsed !== undefined && JSON.stringify(parsed.value) === value ? parsed.value : value;
}

function longMember(name: string, value: unknown): unknown {
  return nested.has(name) && typeof value === 'object' ? JSON.stringify(value) : value;
}
