import { describe, levelOf } from './describe.ts';
import { type Level, type LogEntry, type LogKind, logKinds } from './log.ts';
import { isSessionStep, type SessionStep, sessionSteps } from './step.ts';

/** A compiled filter of the debug log. */
export interface Filter {
  readonly text: string;
  /** What was not understood, in words that name what is allowed. Such a term matches as text. */
  readonly problems: readonly string[];
  /** all of them hold for an entry that passes; `LogIndex` knows how to look for each */
  readonly terms: readonly Term[];
  readonly matches: (entry: LogEntry) => boolean;
}

/** What a term asks of an entry, as data. */
export type Criterion =
  | { readonly by: 'kind'; readonly kinds: ReadonlySet<LogKind> }
  | { readonly by: 'level'; readonly levels: ReadonlySet<Level> }
  | { readonly by: 'step'; readonly step: SessionStep }
  | { readonly by: 'request'; readonly request: string }
  /** an HTTP status, the limits included */
  | { readonly by: 'status'; readonly from: number; readonly to: number }
  /** in lower case, somewhere in the described line */
  | { readonly by: 'text'; readonly text: string }
  /** a whole number in the described line, or the status */
  | { readonly by: 'number'; readonly digits: string };

export interface Term {
  readonly criterion: Criterion;
  /** holds where the criterion does not */
  readonly negated: boolean;
}

export const levels: readonly Level[] = ['debug', 'info', 'warn', 'error'];

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
  const terms: Term[] = [];
  for (const [whole, minus, unfinished, key, quotedText, word] of text.matchAll(term)) {
    if (whole === '-') continue;
    const value = quotedText ?? word ?? '';
    if (unfinished !== undefined) {
      // While it is being typed it filters nothing.
      keyed(unfinished, '', problems);
      continue;
    }
    const criterion =
      key === undefined
        ? bare(value, quotedText !== undefined)
        : (keyed(key, value, problems) ?? containing(`${key}:${value}`));
    if (criterion !== undefined) terms.push({ criterion, negated: minus === '-' });
  }
  return {
    text,
    problems,
    terms,
    matches: (entry) => terms.every(({ criterion, negated }) => holds(criterion, entry) !== negated),
  };
}

function keyed(key: string, value: string, problems: string[]): Criterion | undefined {
  const wanted = value.toLowerCase();
  switch (key.toLowerCase()) {
    case 'type':
    case 'kind': {
      const named: readonly LogKind[] = Object.hasOwn(groups, wanted)
        ? (groups[wanted] ?? [])
        : logKinds.filter((kind) => kind === wanted);
      if (named.length > 0) return { by: 'kind', kinds: new Set(named) };
      return unknown(problems, key, value, typeNames);
    }
    case 'level': {
      const least = levels.findIndex((level) => level === wanted.replace(/\+$/, ''));
      if (least < 0) return unknown(problems, key, value, [...levels, 'warn+']);
      const accepted = wanted.endsWith('+') ? levels.slice(least) : levels.slice(least, least + 1);
      return { by: 'level', levels: new Set(accepted) };
    }
    case 'step':
      if (isSessionStep(wanted)) return { by: 'step', step: wanted };
      return unknown(problems, key, value, sessionSteps);
    case 'request':
      if (value !== '') return { by: 'request', request: value };
      problems.push('request: needs the id of a request, for example request:r1.');
      return undefined;
    case 'status': {
      if (/^[1-5]\d\d$/.test(wanted)) return { by: 'status', from: Number(wanted), to: Number(wanted) };
      if (/^[1-5]xx$/.test(wanted)) {
        const hundreds = Number(wanted.charAt(0)) * 100;
        return { by: 'status', from: hundreds, to: hundreds + 99 };
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

function bare(value: string, isQuoted: boolean): Criterion | undefined {
  if (isQuoted || !/^\d+$/.test(value)) return containing(value);
  return { by: 'number', digits: value };
}

function containing(text: string): Criterion | undefined {
  const wanted = text.replace(/\s+/g, ' ').toLowerCase();
  return wanted === '' ? undefined : { by: 'text', text: wanted };
}

function holds(criterion: Criterion, entry: LogEntry): boolean {
  switch (criterion.by) {
    case 'kind':
      return criterion.kinds.has(entry.kind);
    case 'level':
      return criterion.levels.has(levelOf(entry));
    case 'step':
      return entry.step === criterion.step;
    case 'request':
      return requestOf(entry) === criterion.request;
    case 'status': {
      const status = statusOf(entry);
      return status !== undefined && criterion.from <= status && status <= criterion.to;
    }
    case 'text':
      return lineOf(entry).includes(criterion.text);
    case 'number':
      return (
        statusOf(entry) === Number(criterion.digits) || numberAt(lineOf(entry), criterion.digits, 0) >= 0
      );
  }
}

/** Where a whole number begins in a text, from a position on, or -1: `40` is none in `401`. */
export function numberAt(text: string, digits: string, from: number): number {
  for (let at = text.indexOf(digits, from); at >= 0; at = text.indexOf(digits, at + 1)) {
    if (!isDigit(text.charCodeAt(at - 1)) && !isDigit(text.charCodeAt(at + digits.length))) return at;
  }
  return -1;
}

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}

/** The entry's described line in lower case: what words are looked for in. */
export function lineOf(entry: LogEntry): string {
  return describe(entry).toLowerCase();
}

/** The HTTP status that an entry tells of. */
export function statusOf(entry: LogEntry): number | undefined {
  switch (entry.kind) {
    case 'response':
      return entry.status;
    case 'rest-error':
      return entry.http?.status ?? ('status' in entry.failure ? entry.failure.status : undefined);
    default:
      return undefined;
  }
}

/** The request that an entry belongs to. */
export function requestOf(entry: LogEntry): string | undefined {
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
