import { type IDBPDatabase, type IDBPTransaction, openDB } from 'idb';
import { type RecordingSchema, storageTrouble } from './recordingSchema.ts';

export type RecordingDatabase = IDBPDatabase<RecordingSchema>;
export type Writing = IDBPTransaction<RecordingSchema, ('recordings' | 'chunks' | 'series')[], 'readwrite'>;

export const recordingStores = ['recordings', 'chunks', 'series'] as const;

const databaseName = 'session-debugger';
const currentVersion = 1;

interface DatabaseOptions {
  /** it was closed: a newer version waits in another tab, or the site's data were cleared */
  readonly onGone: () => void;
  /** greater only in tests, until there is another */
  readonly version?: number;
}

/** Opens the database. Rejects at once where another tab holds an older version, instead of waiting for it. */
export function openRecordingDatabase({
  onGone,
  version = currentVersion,
}: DatabaseOptions): Promise<RecordingDatabase> {
  return new Promise((resolve, reject) => {
    openDB<RecordingSchema>(databaseName, version, {
      upgrade(db, oldVersion) {
        if (oldVersion >= 1) return;
        db.createObjectStore('recordings', { keyPath: 'id' }).createIndex('startedAt', 'startedAt');
        db.createObjectStore('chunks', { keyPath: ['recording', 'number'] });
        db.createObjectStore('series', { keyPath: 'recording' });
      },
      blocked: () => reject(new DOMException('', 'BlockedError')),
      // A newer version waits in another tab, or the site's data are being cleared: never in their way.
      blocking(_current, _wanted, event) {
        onGone();
        if (event.target instanceof IDBDatabase) event.target.close();
      },
      terminated: onGone,
    }).then(resolve, reject);
  });
}

/** Runs `work` in one transaction; what goes wrong in it undoes all of it. */
export async function inTransaction<T>(
  database: () => Promise<RecordingDatabase>,
  work: (transaction: Writing) => Promise<T>,
): Promise<T> {
  try {
    const db = await database();
    const transaction = db.transaction([...recordingStores], 'readwrite');
    const [result] = await Promise.all([
      work(transaction).catch((error: unknown) => {
        abort(transaction);
        throw error;
      }),
      transaction.done,
    ]);
    return result;
  } catch (error) {
    throw storageTrouble(error);
  }
}

function abort(transaction: Writing): void {
  try {
    transaction.abort();
  } catch {
    // It has ended by itself, for the same reason.
  }
}
