import * as v from 'valibot';
import { mayHoldSecret } from '../redaction/secretPatterns.ts';
import { isObject } from '../session/foreignJson.ts';
import type { LogEntry, LogKind } from '../session/log.ts';
import { entrySchemas } from './schema/entrySchemas.ts';

/** Entries read at most; what a day of sessions logs is a tenth of it. */
const mostEntries = 1_000_000;

/** So many bad entries are named one by one. */
const mostNamed = 20;

export interface LogReading {
  readonly log: readonly LogEntry[];
  /** what was left out, in words */
  readonly notes: readonly string[];
}

export type Read =
  | { readonly ok: true; readonly entry: LogEntry }
  | { readonly ok: false; readonly problem: string };

/** Validates each entry by its kind; one that is not as it must be is left out, the rest stays. */
export function readLog(entries: readonly unknown[]): LogReading {
  const log: LogEntry[] = [];
  const problems: string[] = [];
  const ids = new Set<string>();
  const considered = Math.min(entries.length, mostEntries);
  let bad = 0;
  let sorted = true;
  const reject = (index: number, problem: string) => {
    bad += 1;
    if (bad <= mostNamed) problems.push(`Entry ${index + 1}: ${problem}`);
  };
  for (let index = 0; index < considered; index += 1) {
    const read = readEntry(entries[index]);
    if (!read.ok) {
      reject(index, read.problem);
    } else if (ids.has(read.entry.id)) {
      reject(index, 'its id stands before another entry already; left out.');
    } else {
      ids.add(read.entry.id);
      if (read.entry.at < (log.at(-1)?.at ?? Number.NEGATIVE_INFINITY)) sorted = false;
      log.push(read.entry);
    }
  }
  return {
    log: sorted ? log : log.toSorted((one, other) => one.at - other.at),
    notes: [
      ...(entries.length > considered
        ? [
            `The log has ${grouped(entries.length)} entries: the first ${grouped(considered)} are read, the rest is left out.`,
          ]
        : []),
      ...problems,
      ...(bad > mostNamed ? [othersLeftOut(bad - mostNamed)] : []),
      ...(sorted ? [] : ['The entries were not in the order of time: they are sorted now.']),
    ],
  };
}

function othersLeftOut(count: number): string {
  return `${count} more ${count === 1 ? 'entry is' : 'entries are'} left out for reasons like these.`;
}

/** Validates one entry by its kind. */
export function readEntry(json: unknown): Read {
  if (!isObject(json)) return { ok: false, problem: 'no object; left out.' };
  const { kind } = json;
  if (!isKind(kind)) {
    return {
      ok: false,
      problem: `${kind === undefined ? 'it has no kind' : 'of an unknown kind'}; left out.`,
    };
  }
  const first = validated(kind, json);
  // JSON writes null for what was undefined or not a number: it is absent.
  return first.ok ? first : validated(kind, withoutNulls(json, 0));
}

function validated(kind: LogKind, json: unknown): Read {
  const result = v.safeParse(entrySchemas[kind], json);
  if (result.success) {
    // Other entries point at it by its id.
    if (mayHoldSecret(result.output.id))
      return { ok: false, problem: 'its id looks like a secret; left out.' };
    return { ok: true, entry: result.output };
  }
  return { ok: false, problem: `${kind}: ${faultOf(result.issues[0])}; left out.` };
}

/** Where it is wrong and what must be there, without repeating what stands there: it may be a secret. */
function faultOf(issue: v.BaseIssue<unknown>): string {
  const place = v.getDotPath(issue)?.slice(0, 60) ?? 'it';
  if (issue.received === 'undefined') return `${place} is absent`;
  const wanted = issue.expected?.replace(/^\((.*)\)$/, '$1').replaceAll(' | ', ', ');
  return wanted === undefined ? `${place} has too many members` : `${place} must be ${wanted}`;
}

function grouped(count: number): string {
  return count.toLocaleString('en');
}

function isKind(value: unknown): value is LogKind {
  return typeof value === 'string' && Object.hasOwn(entrySchemas, value);
}

const deepestNull = 20;

function withoutNulls(value: unknown, depth: number): unknown {
  if (depth > deepestNull) return undefined;
  if (Array.isArray(value)) return value.map((item: unknown) => withoutNulls(item, depth + 1));
  if (!isObject(value)) return value;
  const kept = Object.entries(value).filter(([, member]) => member !== null);
  return Object.fromEntries(kept.map(([name, member]) => [name, withoutNulls(member, depth + 1)]));
}
