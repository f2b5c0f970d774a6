import type { RunFacts, StoredRecording } from '../core/recording/storedRecording.ts';
import type { Writing } from './recordingDatabase.ts';
import type { StoredRow } from './recordingSchema.ts';

/** What a recorder writes at a time. */
export interface Batch {
  /** JSON, joined by commas */
  readonly entries: string;
  readonly count: number;
  readonly series?: string;
  readonly facts: RunFacts;
}

/** A chunk and the row's figures, together. */
export async function appendBatch(transaction: Writing, id: string, batch: Batch, at: number): Promise<void> {
  const recordings = transaction.objectStore('recordings');
  const row = await recordings.get(id);
  // Wiped under us: half a recording would be worse than none.
  if (row === undefined) throw new DOMException('', 'NotFoundError');
  const { entries, count, series, facts } = batch;
  const added = count === 0 ? 0 : 1;
  await Promise.all([
    added === 1 && transaction.objectStore('chunks').put({ recording: id, number: row.chunks, entries }),
    series !== undefined && transaction.objectStore('series').put({ recording: id, json: series }),
    recordings.put({
      ...row,
      facts,
      chunks: row.chunks + added,
      entries: row.entries + count,
      bytes: row.bytes + entries.length - (row.seriesBytes ?? 0) + (series?.length ?? row.seriesBytes ?? 0),
      ...(series !== undefined && { seriesBytes: series.length }),
      writtenAt: at,
    }),
  ]);
}

export async function eraseRecording(transaction: Writing, id: string): Promise<void> {
  await Promise.all([
    transaction.objectStore('recordings').delete(id),
    transaction.objectStore('chunks').delete(chunksOf(id)),
    transaction.objectStore('series').delete(id),
  ]);
}

export function chunksOf(id: string): IDBKeyRange {
  return IDBKeyRange.bound([id], [id, []]);
}

export function listedRow(row: StoredRow, state: StoredRecording['state']): StoredRecording {
  const { head, facts = nothingYet, entries, bytes, pinned } = row;
  return { ...head, ...facts, entries, bytes, pinned, state };
}

const nothingYet = { target: 'simulated', outcome: 'running', duration: 0 } as const;

/** The recording's file, as parts of a Blob: nothing is joined that may be hundreds of megabytes. */
export function jsonParts(row: StoredRow, chunks: readonly string[], series: string | undefined): string[] {
  const { verdict } = row.facts ?? {};
  const head = { ...row.head, ...(verdict !== undefined && { verdict }) };
  const parts = [JSON.stringify(head).slice(0, -1), ',"log":['];
  for (const [index, chunk] of chunks.entries()) parts.push(index === 0 ? '' : ',', chunk);
  parts.push(']');
  if (series !== undefined) parts.push(',"series":', series);
  parts.push('}');
  return parts;
}
