import * as v from 'valibot';
import { diagnose } from '../diagnosis/diagnose.ts';
import { createRecording } from '../recording/createRecording.ts';
import type { Reading, Recording } from '../recording/recording.ts';
import { label, wallClock } from '../recording/schema/scalars.ts';
import { limitMembers } from '../recording/schema/settingsSchema.ts';
import { createRedactor } from '../redaction.ts';
import { isObject } from '../session/foreignJson.ts';
import type { Fact, FactsFile, WatchedPage } from './fact.ts';
import { inferSessions } from './inferSessions.ts';
import { readFact } from './readFact.ts';

/** Facts read at most: the probe itself keeps a fraction. */
const mostFacts = 100_000;

const header = v.object({
  startedAt: wallClock,
  userAgent: label,
  pageUrl: label,
  limits: v.object(limitMembers),
});

/** What a page says of itself, of any origin; undefined where it is not as it must be. */
export function readPage(json: unknown): WatchedPage | undefined {
  const read = v.safeParse(header, json);
  return read.success ? read.output : undefined;
}

export type FactsReading =
  | { readonly ok: true; readonly file: FactsFile; readonly notes: readonly string[] }
  | { readonly ok: false; readonly problem: string };

/** Whether parsed JSON says that it is what the probe saves. */
export function isFactsFile(json: unknown): boolean {
  return isObject(json) && json.format === 'webrtc-session-facts';
}

/** Reads what the probe saved, of any origin; never throws. Facts that are not as they must be are left out. */
export function readFactsFile(json: unknown): FactsReading {
  if (!isObject(json) || !isFactsFile(json)) {
    return {
      ok: false,
      problem: 'This is no recording of the probe: its "format" is not "webrtc-session-facts".',
    };
  }
  if (json.version !== 1) {
    return {
      ok: false,
      problem: `This recording was written by another version (${JSON.stringify(json.version)}) of the probe, which this one (1) cannot read. Use the probe that belongs to this debugger.`,
    };
  }
  const page = readPage(json);
  if (page === undefined || !Array.isArray(json.facts)) {
    return {
      ok: false,
      problem: 'The recording of the probe is damaged: its page or its list of facts is absent.',
    };
  }
  const given: readonly unknown[] = json.facts.slice(0, mostFacts);
  const facts: Fact[] = [];
  for (const each of given) {
    const read = readFact(each);
    if (read !== undefined && read.at >= (facts.at(-1)?.at ?? 0)) facts.push(read);
  }
  const bad = json.facts.length - facts.length;
  const dropped = typeof json.dropped === 'number' && json.dropped > 0 ? json.dropped : 0;
  return {
    ok: true,
    file: {
      format: 'webrtc-session-facts',
      version: 1,
      product: typeof json.product === 'string' ? json.product.slice(0, 100) : 'unknown',
      id: typeof json.id === 'string' && /^[\w.:-]{1,80}$/.test(json.id) ? json.id : 'page',
      ...page,
      // Ours come out as they were; a forged one may hold what its maker calls none.
      facts: createRedactor().redact(facts),
      dropped,
    },
    notes: [
      ...(bad > 0 ? [`${bad} facts could not be read, or stood in the wrong order: left out.`] : []),
      ...(dropped > 0 ? [`The probe had let go of ${dropped} facts in the middle: it keeps 5,000.`] : []),
    ],
  };
}

/**
 * The sessions in what the probe saved, oldest first, each with its verdict. `until` is how long the page was watched,
 * ms since the probe began, where that is longer than to its last fact: what is silent at the end is silent until then.
 */
export function recordingsOf(file: FactsFile, until?: number): readonly Recording[] {
  const inference = inferSessions(file);
  for (const fact of file.facts) inference.take(fact);
  if (until !== undefined) inference.pass(until);
  return inference.sessions().map(({ number, log, series }) =>
    createRecording({
      log,
      ...(series.added > 0 ? { series: series.toJSON() } : {}),
      diagnoses: diagnose(log),
      product: file.product,
      id: `${file.id}.${number}`,
      source: 'probe',
    }),
  );
}

/** What the probe saved, as a recording: of several sessions the last one, and the notes say so. Never throws. */
export function readFactsAsRecording(json: unknown): Reading {
  const read = readFactsFile(json);
  if (!read.ok) return read;
  const recordings = recordingsOf(read.file);
  const recording = recordings.at(-1);
  if (recording === undefined) {
    return {
      ok: false,
      problem:
        'The probe saw no session in this page. Is the endpoint that gives the token named (data-session-endpoint), and is the probe the first script?',
    };
  }
  const others = recordings.length - 1;
  return {
    ok: true,
    recording,
    notes: [
      ...read.notes,
      ...(others > 0 ? [`The page had ${recordings.length} sessions: this is the last one.`] : []),
    ],
  };
}
