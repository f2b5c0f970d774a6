import { detailInputs } from './redaction/detailInput.ts';
import type { SecretKind } from './redaction/pseudonym.ts';
import { type SecretFinder, SecretIndex, type Span } from './redaction/secretIndex.ts';
import { SecretMemory } from './redaction/secretMemory.ts';
import { findByPattern, kindOfKey, mayBeSecret, mayHoldSecret } from './redaction/secretPatterns.ts';
import { type View, viewsOf } from './redaction/views.ts';

export type { SecretKind } from './redaction/pseudonym.ts';

/**
 * Keeps secrets out of the log. One per page: the same secret has the same name for as long as it is in use. The 500
 * that were seen last are known, and every API key that was named; others are told by their look, under a new name.
 */
export interface Redactor {
  /** The secret's pseudonym, for example `token#1`; from now on it is replaced wherever it appears. */
  readonly name: (kind: SecretKind, secret: string) => string;
  /**
   * A copy of plain data in which no text carries a secret, neither a named one (as it is, percent-encoded, escaped
   * or within base64) nor one that looks like one. Deterministic and idempotent; cycles stay cycles.
   */
  readonly redact: <T>(value: T) => T;
  /** The named secrets, for tests that search for them. */
  readonly secrets: () => readonly string[];
  /** Known secrets that were compared with a text so far, for tests of the cost. */
  readonly compared: number;
}

/** Structures nested deeper are cut off: nothing that is logged comes near. */
const deepest = 200;
const tooDeep = '[nested too deeply]';

/** Replacing one secret can join the halves of another; each round but the last changes something. */
const mostRounds = 4;

/** `taken`: the highest number of each kind that is in use already; new names begin after it. */
export function createRedactor(taken: Taken = {}): Redactor {
  return createRedactorOver(new SecretIndex(), taken);
}

type Taken = Readonly<Partial<Record<SecretKind, number>>>;

/** The same, with another way to find known secrets. */
export function createRedactorOver(index: SecretFinder, taken: Taken = {}): Redactor {
  const memory = new SecretMemory(index, taken);

  function name(kind: SecretKind, secret: string): string {
    const given = memory.nameOf(kind, secret, false);
    memory.forgetOldest();
    return given;
  }

  function redactText(text: string): string {
    if (memory.guards === 0 && !mayHoldSecret(text)) return text;
    let current = text;
    for (let round = 0; round < mostRounds; round += 1) {
      const spans = viewsOf(current, index.opaque).flatMap(spansOf);
      if (spans.length === 0) break;
      const next = replace(current, spans);
      if (next === current) break;
      current = next;
    }
    return current;
  }

  function spansOf(view: View): readonly Span[] {
    const spans = view.opaque
      ? memory.find(view.text)
      : [
          ...findByPattern(view.text).map(({ start, end, kind, value }) => ({
            start,
            end,
            replacement: memory.nameOf(kind, value, true),
          })),
          ...memory.find(view.text),
          ...detailInputs(view.text).map((stretch) => ({ ...stretch, replacement: '' })),
        ];
    return spans.map(({ start, end, replacement }) => ({
      start: view.toRaw(start),
      end: view.toRaw(end),
      replacement,
    }));
  }

  function redactMember(key: string, text: string): string {
    const kind = kindOfKey(key);
    if (kind === undefined) return redactText(text);
    const scheme = /^(?:Bearer|Basic|Digest|Token)\s+/i.exec(text)?.[0] ?? '';
    const value = text.slice(scheme.length);
    return mayBeSecret(key, value) ? scheme + memory.nameOf(kind, value, true) : redactText(text);
  }

  function redactDeep(value: unknown, key: string, done: WeakMap<object, unknown>, depth: number): unknown {
    if (typeof value === 'string') return redactMember(key, value);
    if (typeof value !== 'object' || value === null) return value;
    const before = done.get(value);
    if (before !== undefined) return before;
    if (depth > deepest) return tooDeep;
    if (Array.isArray(value)) {
      const copy: unknown[] = [];
      done.set(value, copy);
      for (const item of value) {
        const kept: unknown = key === 'detail' ? withoutInput(item) : item;
        copy.push(redactDeep(kept, key, done, depth + 1));
      }
      return copy;
    }
    const copy: Record<string, unknown> = {};
    done.set(value, copy);
    for (const [memberName, member] of Object.entries(value)) {
      put(copy, redactText(memberName), redactDeep(member, memberName, done, depth + 1));
    }
    return copy;
  }

  function redact<T>(value: T): T {
    let current: unknown = value;
    for (let round = 0; round < mostRounds; round += 1) {
      const known = memory.guards;
      current = redactDeep(current, '', new WeakMap(), 0);
      // What was found late may also stand in what was read early.
      if (memory.guards === known) break;
    }
    memory.forgetOldest();
    // Plain data in, plain data of the same shape out.
    return current as T;
  }

  return {
    name,
    redact,
    secrets: () => memory.secrets(),
    get compared() {
      return memory.compared;
    },
  };
}

function replace(text: string, spans: readonly Span[]): string {
  const ordered = spans.toSorted((one, other) => one.start - other.start || other.end - one.end);
  let out = '';
  let done = 0;
  let open: Span | undefined;
  const close = () => {
    if (open === undefined) return;
    out += text.slice(done, open.start) + fitted(text, open);
    done = open.end;
  };
  for (const span of ordered) {
    if (open !== undefined && span.start < open.end) {
      if (span.end > open.end) open = { ...open, end: span.end };
    } else {
      close();
      open = span;
    }
  }
  close();
  return out + text.slice(done);
}

/** In the query of a URL, and where percent-encoding is used, `#` would begin the fragment. */
function fitted(text: string, { start, end, replacement }: Span): string {
  const inUrl =
    /[?&][\w.~-]*=(?:Bearer(?:\+|%20))?$/i.test(text.slice(Math.max(0, start - 64), start)) ||
    /%[0-9a-f]{2}/i.test(text.slice(start, end)) ||
    (/:\/\/[^\s/@]*$/.test(text.slice(Math.max(0, start - 128), start)) && text.charAt(end) === '@');
  return inUrl ? encodeURIComponent(replacement) : replacement;
}

function withoutInput(item: unknown): unknown {
  if (typeof item !== 'object' || item === null || Array.isArray(item) || !('input' in item)) return item;
  return Object.fromEntries(Object.entries(item).filter(([name]) => name !== 'input'));
}

/** JSON may hold a member named `__proto__`; assigned, it would become the prototype. */
function put(target: Record<string, unknown>, name: string, value: unknown): void {
  if (name !== '__proto__') target[name] = value;
  else Object.defineProperty(target, name, { value, writable: true, enumerable: true, configurable: true });
}
