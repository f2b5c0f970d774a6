import { type IDBPDatabase, type IDBPTransaction, openDB } from 'idb';
import type { Recording } from '../core/recording/recording.ts';
import type { RecordingHead, RunFacts, StoredRecording } from '../core/recording/storedRecording.ts';
import { keptParts } from './keptParts.ts';
import { type RecordingSchema, type StoredRow, storageTrouble } from './recordingSchema.ts';

type Database = IDBPDatabase<RecordingSchema>;
type Writing = IDBPTransaction<RecordingSchema, ('recordings' | 'chunks' | 'series')[], 'readwrite'>;

/** Recordings that stay; the oldest that are not pinned go first. */
const most = 50;

/** How long a removal can be undone, ms. */
const undoFor = 600_000;

/** Where there are no locks: not written for so long, ms, and nobody writes it any more. */
const silentFor = 60_000;

const databaseName = 'session-debugger';
const lockPrefix = 'session-debugger.recording.';
const stores = ['recordings', 'chunks', 'series'] as const;

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

interface Batch {
  readonly entries: string;
  readonly count: number;
  readonly series?: string;
  readonly facts: RunFacts;
}

/**
 * Recordings in IndexedDB: a row each, their entries in chunks of JSON in the order of writing, their series as JSON.
 * A chunk and the row's figures are written in one transaction: whatever interrupts it, what is stored makes sense.
 * Every promise rejects with an `Error` whose message is for the user.
 */
export function createRecordingStore({ now, locks, channel }: StoreOptions) {
  let opening: Promise<Database> | undefined;

  function tell(): void {
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a BroadcastChannel has no target
    channel?.postMessage('changed');
  }

  function database(): Promise<Database> {
    opening ??= open(() => {
      opening = undefined;
    }).catch((error: unknown) => {
      opening = undefined;
      throw error;
    });
    return opening;
  }

  /** Runs `work` in one transaction; what goes wrong in it undoes all of it. */
  async function write<T>(work: (transaction: Writing) => Promise<T>): Promise<T> {
    try {
      const db = await database();
      const transaction = db.transaction([...stores], 'readwrite');
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
    await Promise.all([...gone, ...tooMany].map(({ id }) => erase(transaction, id)));
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
      await Promise.all(gone.map(({ id }) => erase(transaction, id)));
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
        append: (batch: Batch) => writeWithRoom((transaction) => append(transaction, head.id, batch, now())),
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
          .map((row) => listed(row, stateOf(row, living)));
      } catch (error) {
        throw storageTrouble(error);
      }
    },

    async read(id: string): Promise<Blob> {
      try {
        const transaction = (await database()).transaction([...stores], 'readonly');
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
        await erase(transaction, row.id);
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

function open(onGone: () => void): Promise<Database> {
  return new Promise((resolve, reject) => {
    openDB<RecordingSchema>(databaseName, 1, {
      upgrade(db) {
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

async function append(transaction: Writing, id: string, batch: Batch, at: number): Promise<void> {
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

async function erase(transaction: Writing, id: string): Promise<void> {
  await Promise.all([
    transaction.objectStore('recordings').delete(id),
    transaction.objectStore('chunks').delete(chunksOf(id)),
    transaction.objectStore('series').delete(id),
  ]);
}

function chunksOf(id: string): IDBKeyRange {
  return IDBKeyRange.bound([id], [id, []]);
}

function abort(transaction: Writing): void {
  try {
    transaction.abort();
  } catch {
    // It has ended by itself, for the same reason.
  }
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

function listed(row: StoredRow, state: StoredRecording['state']): StoredRecording {
  const { head, facts = nothingYet, entries, bytes, pinned } = row;
  return { ...head, ...facts, entries, bytes, pinned, state };
}

const nothingYet = { target: 'simulated', outcome: 'running', duration: 0 } as const;

function jsonParts(row: StoredRow, chunks: readonly string[], series: string | undefined): string[] {
  const { verdict } = row.facts ?? {};
  const head = { ...row.head, ...(verdict !== undefined && { verdict }) };
  const parts = [JSON.stringify(head).slice(0, -1), ',"log":['];
  for (const [index, chunk] of chunks.entries()) parts.push(index === 0 ? '' : ',', chunk);
  parts.push(']');
  if (series !== undefined) parts.push(',"series":', series);
  parts.push('}');
  return parts;
}
