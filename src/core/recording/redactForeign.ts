import type { SecretKind } from '../redaction/pseudonym.ts';
import { kindOfKey, mayHoldSecret } from '../redaction/secretPatterns.ts';
import { createRedactor, type Redactor } from '../redaction.ts';
import type { LogEntry } from '../session/log.ts';
import type { Recording } from './recording.ts';

/**
 * The recording with every secret replaced that a hand-edited file or one of another tool may hold. Our own files
 * come out as they were.
 */
export function redactForeign(recording: Recording): {
  readonly recording: Recording;
  /** entries in which something was replaced */
  readonly replaced: number;
} {
  const redactor = createRedactor();
  const first = redacted(recording, redactor);
  if (first.replaced === 0) return first;
  // New names must not be those that the file already uses for other secrets.
  const taken = namesIn(recording.log);
  return redacted(recording, createRedactor(taken));
}

function redacted(recording: Recording, redactor: Redactor) {
  const { log, ...header } = recording;
  const isSuspect = createSuspicion();
  const suspects = log.map((entry) => (isSuspect(entry) ? redactor.redact(entry) : entry));
  const head = redactor.redact(header);
  // Without a secret that is looked for everywhere, what no pattern could match stays as it is.
  const everywhere = redactor.secrets().length > 0;
  let replaced = 0;
  const clean = log.map((entry, index) => {
    const now = everywhere ? redactor.redact(entry) : (suspects[index] ?? entry);
    if (now === entry || !differs(entry, now)) return entry;
    replaced += 1;
    return now;
  });
  const { format, version, id } = header;
  return { recording: { ...head, format, version, id, log: clean }, replaced };
}

/**
 * Tells which entries may hold a secret. Loops instead of Object.entries: this looks at every text of a hundred
 * thousand entries. What it found of the names that entries and header fields have, it remembers.
 */
function createSuspicion(): (value: unknown) => boolean {
  const secretKeys = new Map<string, boolean>();

  function isSecretKey(key: string): boolean {
    const known = secretKeys.get(key);
    if (known !== undefined) return known;
    const is = kindOfKey(key) !== undefined || mayHoldSecret(key);
    secretKeys.set(key, is);
    return is;
  }

  return function isSuspect(value) {
    if (!isStructure(value)) return false;
    for (const key in value) {
      const member = value[key];
      if (typeof member === 'string') {
        if (mayHoldSecret(member) || isSecretKey(key)) return true;
      } else if (isSuspect(member)) return true;
    }
    return false;
  };
}

function isStructure(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}

/** Whether the redacted copy says something else; it has the same members in the same order, but for their names. */
function differs(one: unknown, other: unknown): boolean {
  if (!isStructure(one) || !isStructure(other)) return one !== other;
  for (const key in one) {
    if (!(key in other) || differs(one[key], other[key])) return true;
  }
  return false;
}

const anyName = /(token|api-key|turn-credential|turn-username|secret)(?:#|%23)(\d{1,9})|(redacted)(\d{16})/g;

/** The highest number of each kind's pseudonyms that stand in the log. */
function namesIn(log: readonly LogEntry[]): Partial<Record<SecretKind, number>> {
  const taken: Record<string, number> = {};
  for (const entry of log) {
    for (const [, kind = 'ice-pwd', number, , digits] of JSON.stringify(entry).matchAll(anyName)) {
      taken[kind] = Math.max(taken[kind] ?? 0, Number(number ?? digits));
    }
  }
  return taken;
}
