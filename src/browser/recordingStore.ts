import type { Recording } from '../core/recording/recording.ts';
import type { RecordingHead, StoredRecording } from '../core/recording/storedRecording.ts';
import { keptParts } from './keptParts.ts';
import {
  inTransaction,
  openRecordingDatabase,
  type RecordingDatabase,
  recordingStores,
  type Writing,
} from './recordingDatabase.ts';
import { appendBatch, type Batch, chunksOf, eraseRecording, jsonParts, listedRow } from './recordingRows.ts';
import { type StoredRow, storageTrouble } from './recordingSchema.ts';

/** Recordings that stay; the oldest that are not pinned go first. */
const most = 50;

/** How long a removal can be undone, ms. */
const undoFor = 600_000;

/** Where there are no locks: not written for so long, ms, and nobody writes it any more. */
const silentFor = 60_000;

const lockPrefix = 'session-debugger.recording.';

interface StoreOptions {
  /** epoch ms */
  readonly now: () => number;
  /** Web Locks tell whether the tab that records still lives; absent in insecure contexts. */
  readonly locks: Pick<LockManager, 'request' | 'query'> | undefined;
  /** to the other tabs; absent in some test environments */
  readonly channel:
    | Pick<BroadcastChannel, 'postMessage' | 'addEventListener' | 'removeEventListener'>
    | undefined;
}

/**
 * Recordings in IndexedDB: a row each, their entries in chunks of JSON in the order of writing, their series as JSON.
 * A chunk and the row's figures are written in one transaction: whatever interrupts it, what is stored makes sense.
 * Every promise rejects with an `Error` whose message is for the user.
 */
export function createRecordingStore({ now, locks, channel }: StoreOptions) {
  let opening: Promise<RecordingDatabase> | undefined;

  function tell(): void {
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a BroadcastChannel has no target
    channel?.postMessage('changed');
  }

  function database(): Promise<RecordingDatabase> {
    opening ??= openRecordingDatabase({
      onGone: () => {
        opening = undefined;
      },
    }).catch((error: unknown) => {
      opening = undefined;
      throw error;
    });
    return opening;
  }

  const write = <T>(work: (transaction: Writing) => Promise<T>) => inTransaction(database, work);

  async function change(id: string, next: (row: StoredRow) => StoredRow): Promise<void> {
    await write(async (transaction) => {
      const recordings = transaction.objectStore('recordings');
      const row = await recordings.get(id);
      if (row === undefined) throw new DOMException('', 'NotFoundError');
      await recordings.put(next(row));
    });
    tell();
  }

  async function alive(): Promise<ReadonlySet<string>> {
    const { held = [] } = (await locks?.query()) ?? {};
    const names = held.flatMap(({ name = '' }) => (name.startsWith(lockPrefix) ? [name] : []));
    return new Set(names.map((name) => name.slice(lockPrefix.length)));
  }

  function stateOf(row: StoredRow, living: ReadonlySet<string>): StoredRecording['state'] {
    const outcome = row.facts?.outcome ?? 'running';
    if (outcome === 'failed' || outcome === 'stopped' || outcome === 'idle') return 'ended';
    const lives = locks === undefined ? now() - row.writtenAt < silentFor : living.has(row.id);
    return lives ? 'recording' : 'broken-off';
  }

  /** Takes away what was removed long ago, or all that was removed, and the oldest beyond `most`. */
  async function tidy(
    transaction: Writing,
    removedBefore: number,
    living: ReadonlySet<string>,
  ): Promise<void> {
    const rows = await transaction.objectStore('recordings').index('startedAt').getAll();
    const gone = rows.filter(({ removedAt }) => removedAt !== undefined && removedAt < removedBefore);
    const kept = rows.filter(({ removedAt }) => removedAt === undefined);
    const tooMany = kept
      .filter((row) => !row.pinned && stateOf(row, living) !== 'recording')
      .slice(0, Math.max(0, kept.length - most));
    await Promise.all([...gone, ...tooMany].map(({ id }) => eraseRecording(transaction, id)));
  }

  /** Once more with the room that removed recordings take, where there is none left. */
  async function writeWithRoom<T>(work: (transaction: Writing) => Promise<T>): Promise<T> {
    try {
      return await write(work);
    } catch (error) {
      if (!(error instanceof Error) || !isFull(error)) throw error;
      const before = await freed();
      if (before === 0) throw error;
      return write(work);
    }
  }

  async function freed(): Promise<number> {
    return write(async (transaction) => {
      const rows = await transaction.objectStore('recordings').getAll();
      const gone = rows.filter(({ removedAt }) => removedAt !== undefined);
      await Promise.all(gone.map(({ id }) => eraseRecording(transaction, id)));
      return gone.length;
    });
  }

  return {
    async begin(head: RecordingHead) {
      const release = hold(locks, lockPrefix + head.id);
      const living = new Set([...(await alive().catch(() => [])), head.id]);
      const row: StoredRow = {
        id: head.id,
        startedAt: head.startedAt,
        head,
        entries: 0,
        bytes: 0,
        pinned: false,
        chunks: 0,
        writtenAt: now(),
      };
      try {
        await writeWithRoom(async (transaction) => {
          await transaction.objectStore('recordings').put(row);
          await tidy(transaction, now() - undoFor, living);
        });
      } catch (error) {
        release();
        throw error;
      }
      tell();
      return {
        append: (batch: Batch) =>
          writeWithRoom((transaction) => appendBatch(transaction, head.id, batch, now())),
        close() {
          release();
          tell();
        },
      };
    },

    async list(): Promise<readonly StoredRecording[]> {
      try {
        const living = await alive();
        const rows = await (await database()).getAllFromIndex('recordings', 'startedAt');
        return rows
          .filter(({ removedAt }) => removedAt === undefined)
          .toReversed()
          .map((row) => listedRow(row, stateOf(row, living)));
      } catch (error) {
        throw storageTrouble(error);
      }
    },

    async read(id: string): Promise<Blob> {
      try {
        const transaction = (await database()).transaction([...recordingStores], 'readonly');
        const [row, chunks, series] = await Promise.all([
          transaction.objectStore('recordings').get(id),
          transaction.objectStore('chunks').getAll(chunksOf(id)),
          transaction.objectStore('series').get(id),
          transaction.done,
        ]);
        if (row === undefined) throw new DOMException('', 'NotFoundError');
        return new Blob(
          jsonParts(
            row,
            chunks.map(({ entries }) => entries),
            series?.json,
          ),
          {
            type: 'application/json',
          },
        );
      } catch (error) {
        throw storageTrouble(error);
      }
    },

    /** Pinned, as the oldest of an unpinned list it would go with the next run. One that is stored stays as it is. */
    async keep(recording: Recording): Promise<void> {
      const { row, chunks, series } = keptParts(recording, now());
      await writeWithRoom(async (transaction) => {
        const recordings = transaction.objectStore('recordings');
        const known = await recordings.get(row.id);
        if (known !== undefined && known.removedAt === undefined) {
          await recordings.put({ ...known, pinned: true });
          return;
        }
        await eraseRecording(transaction, row.id);
        await Promise.all([
          recordings.put(row),
          ...chunks.map((chunk) => transaction.objectStore('chunks').put(chunk)),
          series !== undefined && transaction.objectStore('series').put(series),
        ]);
      });
      tell();
    },

    rename: (id: string, name: string | undefined) =>
      change(id, (row) => {
        const { name: _, ...head } = row.head;
        return { ...row, head: name === undefined ? head : { ...head, name } };
      }),
    pin: (id: string, pinned: boolean) => change(id, (row) => ({ ...row, pinned })),
    remove: (id: string) => change(id, (row) => ({ ...row, removedAt: now() })),
    restore: (id: string) => change(id, ({ removedAt: _, ...row }) => row),

    onChange(listener: () => void): () => void {
      channel?.addEventListener('message', listener);
      return () => channel?.removeEventListener('message', listener);
    },
  };
}

function isFull(error: Error): boolean {
  return error.name === 'QuotaExceededError';
}

/** Held for as long as the tab lives, or until it is released. */
function hold(locks: StoreOptions['locks'], name: string): () => void {
  let release = (): void => undefined;
  const released = new Promise<void>((resolve) => {
    release = resolve;
  });
  void locks?.request(name, () => released).catch(() => undefined);
  return release;
}
