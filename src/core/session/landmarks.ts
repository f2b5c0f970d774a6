import type { LogEntry } from './log.ts';

/** What was found so far in a log that grows, and in all that begin like it. */
interface Family {
  /** the longest one */
  log: readonly LogEntry[];
  entries: readonly LogEntry[];
  /** where each of them stands in the log */
  readonly places: number[];
}

const families = new WeakMap<LogEntry, Family>();

/**
 * A log without the conversation, which can be a million messages: everything but what was said on the channel, and of
 * that what began the session. The same array for as long as nothing else was logged; a log that has grown costs what
 * was added.
 */
export function landmarks(log: readonly LogEntry[]): readonly LogEntry[] {
  const [first] = log;
  if (first === undefined) return log;
  let family = families.get(first);
  if (family === undefined || !beginAlike(family.log, log)) {
    family = { log: [], entries: [], places: [] };
    families.set(first, family);
  }
  if (log.length > family.log.length) grow(family, log);
  if (log.length === family.log.length) return family.entries;
  const { places, entries } = family;
  return entries.slice(0, countBelow(places, log.length));
}

/** Received and sent messages of the log. */
export function messageCount(log: readonly LogEntry[]): number {
  const marks = landmarks(log);
  return log.length - marks.length + marks.filter(isMessage).length;
}

/** The landmarks, and of what was said between them as many messages as can be drawn: about 100 to 200, evenly. */
export function sketch(log: readonly LogEntry[]): readonly LogEntry[] {
  const marks = landmarks(log);
  if (log.length - marks.length <= 200) return log;
  // A power of two: when the log has grown, what was drawn mostly still is.
  const every = 2 ** Math.ceil(Math.log2(log.length / 200));
  const kept = new Set(marks);
  for (let place = 0; place < log.length; place += every) {
    const entry = log[place];
    if (entry !== undefined) kept.add(entry);
  }
  return [...kept].toSorted((one, other) => one.at - other.at);
}

function grow(family: Family, log: readonly LogEntry[]): void {
  const added: LogEntry[] = [];
  for (let place = family.log.length; place < log.length; place += 1) {
    const entry = log[place];
    if (entry === undefined || (isMessage(entry) && entry.messageType !== 'session.created')) continue;
    added.push(entry);
    family.places.push(place);
  }
  family.log = log;
  if (added.length > 0) family.entries = family.entries.concat(added);
}

function isMessage(entry: LogEntry): entry is Extract<LogEntry, { kind: 'channel' }> {
  return entry.kind === 'channel' && (entry.event === 'received' || entry.event === 'sent');
}

function beginAlike(one: readonly LogEntry[], other: readonly LogEntry[]): boolean {
  const last = Math.min(one.length, other.length) - 1;
  return one[last] === other[last];
}

function countBelow(places: readonly number[], limit: number): number {
  let low = 0;
  let high = places.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((places[middle] ?? limit) < limit) low = middle + 1;
    else high = middle;
  }
  return low;
}
