import type { LogEntry } from '../../session/log.ts';
import type { Reading, Recording } from '../recording.ts';

/** A reading in portions that are small enough to be handed over without anybody waiting. */
export type ReadingPart =
  | { readonly part: 'problem'; readonly problem: string }
  | {
      readonly part: 'head';
      readonly head: Omit<Recording, 'log'>;
      readonly notes: readonly string[];
      readonly entries: number;
    }
  | { readonly part: 'entries'; readonly log: readonly LogEntry[] }
  | { readonly part: 'end' };

/** Entries of one portion at most, and characters of their long texts. */
const most = { entries: 1_000, characters: 500_000 } as const;

/** Takes a reading apart, in order. */
export function* readingParts(reading: Reading): Generator<ReadingPart> {
  if (!reading.ok) {
    yield { part: 'problem', problem: reading.problem };
    return;
  }
  const { log, ...head } = reading.recording;
  yield { part: 'head', head, notes: reading.notes, entries: log.length };
  let portion: LogEntry[] = [];
  let characters = 0;
  for (const entry of log) {
    portion.push(entry);
    characters += lengthOf(entry);
    if (portion.length < most.entries && characters < most.characters) continue;
    yield { part: 'entries', log: portion };
    portion = [];
    characters = 0;
  }
  if (portion.length > 0) yield { part: 'entries', log: portion };
  yield { part: 'end' };
}

/** Puts the portions together again; the reading comes with the last of them. */
export function joinParts(): (part: ReadingPart) => {
  readonly reading?: Reading;
  readonly received: number;
} {
  const log: LogEntry[] = [];
  let head: Extract<ReadingPart, { part: 'head' }> | undefined;
  return (part) => {
    switch (part.part) {
      case 'problem':
        return { reading: { ok: false, problem: part.problem }, received: 1 };
      case 'head':
        head = part;
        return { received: 0 };
      case 'entries':
        for (const entry of part.log) log.push(entry);
        return { received: head === undefined || head.entries === 0 ? 0 : log.length / head.entries };
      case 'end':
        if (head === undefined) return { received: 0 };
        return { reading: { ok: true, recording: { ...head.head, log }, notes: head.notes }, received: 1 };
    }
  };
}

function lengthOf(entry: LogEntry): number {
  switch (entry.kind) {
    case 'description':
      return entry.sdp.length;
    case 'request':
    case 'response':
      return entry.body?.length ?? 0;
    case 'channel':
      return entry.text?.length ?? 0;
    case 'statistics':
      return entry.pairs.length * 200;
    default:
      return 100;
  }
}
