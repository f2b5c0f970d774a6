import type { DBSchema } from 'idb';
import type { RecordingHead, RunFacts } from '../core/recording/storedRecording.ts';

/** A recording's row: what the list shows, and what keeps its parts together. */
export interface StoredRow {
  readonly id: string;
  /** epoch ms */
  readonly startedAt: number;
  readonly head: RecordingHead;
  readonly facts?: RunFacts;
  readonly entries: number;
  readonly bytes: number;
  readonly pinned: boolean;
  /** chunks written; the next one's number */
  readonly chunks: number;
  readonly seriesBytes?: number;
  /** epoch ms */
  readonly writtenAt: number;
  /** epoch ms; out of sight, and gone for good ten minutes later */
  readonly removedAt?: number;
}

export interface RecordingSchema extends DBSchema {
  recordings: { key: string; value: StoredRow; indexes: { startedAt: number } };
  chunks: {
    key: [string, number];
    /** `entries`: their JSON, joined by commas */
    value: { readonly recording: string; readonly number: number; readonly entries: string };
  };
  series: { key: string; value: { readonly recording: string; readonly json: string } };
}

const troubles: Readonly<Record<string, string>> = {
  QuotaExceededError: 'this browser has no room left for this page; deleting recordings makes some',
  NotFoundError:
    'it is no longer stored; was the data of this site cleared, or was it deleted in another tab?',
  BlockedError: 'another tab still runs an older version of this page; close it, then reload this one',
  VersionError: 'a newer version of this page has stored recordings here; reload this page',
};

/** The same trouble in words for the user; the name stays, so that a full disk can be told from a refused one. */
export function storageTrouble(error: unknown): Error {
  if (error instanceof StorageTrouble) return error;
  const { name, message } = error instanceof Error ? error : new Error(String(error));
  const detail = message === '' ? name : `${name}: ${message}`;
  return new StorageTrouble(
    troubles[name] ?? `this browser refuses storage to this page, or has just cleared it (${detail})`,
    name,
  );
}

class StorageTrouble extends Error {
  constructor(message: string, name: string) {
    super(message);
    this.name = name;
  }
}
