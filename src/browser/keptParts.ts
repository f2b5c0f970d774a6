import type { Recording } from '../core/recording/recording.ts';
import { summarise } from '../core/session/summarise.ts';
import type { RecordingSchema, StoredRow } from './recordingSchema.ts';

/** Entries of one chunk. */
const perChunk = 5_000;

/** A whole recording as it is stored, pinned. `now`: epoch ms. */
export function keptParts(recording: Recording, now: number) {
  const { log, series, verdict, ...head } = recording;
  const chunks: RecordingSchema['chunks']['value'][] = [];
  for (let from = 0; from < log.length; from += perChunk) {
    const entries = log
      .slice(from, from + perChunk)
      .map((entry) => JSON.stringify(entry))
      .join(',');
    chunks.push({ recording: head.id, number: chunks.length, entries });
  }
  const json = series === undefined ? undefined : JSON.stringify(series);
  const { outcome, target } = summarise(log);
  const row: StoredRow = {
    id: head.id,
    startedAt: head.startedAt,
    head,
    facts: {
      target,
      outcome,
      duration: (log.at(-1)?.at ?? 0) - (log[0]?.at ?? 0),
      ...(verdict !== undefined && { verdict }),
    },
    entries: log.length,
    bytes: chunks.reduce((sum, { entries }) => sum + entries.length, json?.length ?? 0),
    pinned: true,
    chunks: chunks.length,
    ...(json !== undefined && { seriesBytes: json.length }),
    writtenAt: now,
  };
  return { row, chunks, series: json === undefined ? undefined : { recording: head.id, json } };
}
