import { describe, levelOf } from './describe.ts';
import { type Level, type LogEntry, type LogKind, logKinds } from './log.ts';
import { sessionSteps } from './step.ts';

/** A compiled filter of the debug log. */
export interface Filter {
  readonly text: string;
  /** What was not understood, in words that name what is allowed. Such a term matches as text. */
  readonly problems: readonly string[];
  readonly matches: (entry: LogEntry) => boolean;
}

type Test = (entry: LogEntry) => boolean;

const levels: readonly Level[] = ['debug', 'info', 'warn', 'error'];

/** Kinds that are looked for together. */
const groups: Readonly<Record<string, readonly LogKind[]>> = {
  rest: ['request', 'response', 'rest-error'],
  ice: ['ice-servers', 'candidate', 'candidate-error'],
  sdp: ['description'],
  channel: ['channel'],
  state: ['state'],
  step: ['run-started', 'run', 'attempt', 'step'],
  note: ['note', 'token', 'token-history', 'track', 'settings-refused'],
  stats: ['statistics'],
};

/** Group and kind names that `type:` takes. */
const typeNames = [...Object.keys(groups), ...logKinds.filter((kind) => !(kind in groups))];

/** One term: an optional minus, an optional key, and a word or a quoted text. */
const term = /(-?)(?:([a-z]+):(?=\s|$)|(?:([a-z]+):)?(?:"([^"]*)"?|(\S+)))/gi;

/**
 * Compiles a filter. Terms are ANDed. `type:rest`, `kind:candidate`, `level:warn` (exactly), `level:warn+` (that and
 * above), `step:call`, `request:r3`, `status:401`; a leading `-` negates; bare words and "quoted text" are looked for
 * in the described line, case-insensitively; a bare number is looked for as a whole number, and as a status.
 */
export function parseFilter(text: string): Filter {
  const problems: string[] = [];
  const tests: Test[] = [];
  for (const [whole, minus, unfinished, key, quotedText, word] of text.matchAll(term)) {
    if (whole === '-') continue;
    const value = quotedText ?? word ?? '';
    if (unfinished !== undefined) {
      // While it is being typed it filters nothing.
      keyed(unfinished, '', problems);
      continue;
    }
    const test = key === undefined ? bare(value, quotedText !== undefined) : keyed(key, value, problems);
    const found = test ?? containing(minus === '-' ? whole.slice(1) : whole);
    if (found === undefined) continue;
    tests.push(minus === '-' ? (entry) => !found(entry) : found);
  }
  return { text, problems, matches: (entry) => tests.every((test) => test(entry)) };
}

function keyed(key: string, value: string, problems: string[]): Test | undefined {
  const wanted = value.toLowerCase();
  switch (key.toLowerCase()) {
    case 'type':
    case 'kind': {
      const kinds = new Set<string>(
        Object.hasOwn(groups, wanted) ? groups[wanted] : logKinds.filter((kind) => kind === wanted),
      );
      if (kinds.size > 0) return (entry) => kinds.has(entry.kind);
      return unknown(problems, key, value, typeNames);
    }
    case 'level': {
      const least = levels.findIndex((level) => level === wanted.replace(/\+$/, ''));
      if (least < 0) return unknown(problems, key, value, [...levels, 'warn+']);
      const accepted = new Set(wanted.endsWith('+') ? levels.slice(least) : levels.slice(least, least + 1));
      return (entry) => accepted.has(levelOf(entry));
    }
    case 'step':
      if (sessionSteps.some((step) => step === wanted)) return (entry) => entry.step === wanted;
      return unknown(problems, key, value, sessionSteps);
    case 'request':
      if (value !== '') return (entry) => requestOf(entry) === value;
      problems.push('request: needs the id of a request, for example request:r1.');
      return undefined;
    case 'status': {
      if (/^[1-5](\d\d|xx)$/.test(wanted)) {
        const exact = Number(wanted);
        if (Number.isNaN(exact))
          return (entry) => Math.floor((statusOf(entry) ?? 0) / 100) === Number(wanted[0]);
        return (entry) => statusOf(entry) === exact;
      }
      problems.push(`status:${value} is not known. Use a status such as 401, or 4xx.`);
      return undefined;
    }
    default:
      problems.push(`${key}: is not a key. Use type, kind, level, step, request or status.`);
      return undefined;
  }
}

function unknown(problems: string[], key: string, value: string, allowed: readonly string[]): undefined {
  problems.push(
    `${key}:${value} is not known. Use ${allowed.slice(0, -1).join(', ')} or ${allowed.at(-1) ?? ''}.`,
  );
  return undefined;
}

function bare(value: string, isQuoted: boolean): Test | undefined {
  if (isQuoted || !/^\d+$/.test(value)) return containing(value);
  const number = new RegExp(`(?<!\\d)${value}(?!\\d)`);
  return (entry) => statusOf(entry) === Number(value) || number.test(lineOf(entry));
}

function containing(text: string): Test | undefined {
  const wanted = text.replace(/^"|"$/g, '').toLowerCase();
  return wanted === '' ? undefined : (entry) => lineOf(entry).includes(wanted);
}

/** Described lines in lower case: entries never change, so each is described once. */
const lines = new WeakMap<LogEntry, string>();

/**
 * The entry's described line in lower case, kept for the next search. Called as entries come in, it spares the first
 * search the work of describing a long log.
 */
export function lineOf(entry: LogEntry): string {
  const known = lines.get(entry);
  if (known !== undefined) return known;
  const line = describe(entry).toLowerCase();
  lines.set(entry, line);
  return line;
}

function statusOf(entry: LogEntry): number | undefined {
  switch (entry.kind) {
    case 'response':
      return entry.status;
    case 'rest-error':
      return entry.http?.status ?? ('status' in entry.failure ? entry.failure.status : undefined);
    default:
      return undefined;
  }
}

function requestOf(entry: LogEntry): string | undefined {
  switch (entry.kind) {
    case 'request':
    case 'response':
      return entry.request;
    case 'rest-error':
      return entry.request.id;
    default:
      return undefined;
  }
}
