import { type ReadonlySignal, signal } from '@preact/signals';
import type { StoredRecording } from '../core/recording/storedRecording.ts';
import type { RecordingStore } from './RecordingStore.ts';

/** The recordings that are kept. What fails is said in `listProblem` and changes nothing. */
export interface RecordingList {
  /** the newest first; undefined before it was asked for */
  readonly list: ReadonlySignal<readonly StoredRecording[] | undefined>;
  /** why it could not be read or changed */
  readonly listProblem: ReadonlySignal<string | undefined>;
  /** the last one that was deleted, while that can be undone */
  readonly removed: ReadonlySignal<StoredRecording | undefined>;
  refresh(): Promise<void>;
  /** something was stored: read again, if anybody has looked */
  changed(): void;
  rename(id: string, name: string): Promise<void>;
  pin(id: string, pinned: boolean): Promise<void>;
  remove(recording: StoredRecording): Promise<void>;
  undoRemove(): Promise<void>;
}

export function createRecordingList(store: RecordingStore): RecordingList {
  const list = signal<readonly StoredRecording[] | undefined>(undefined);
  const listProblem = signal<string | undefined>(undefined);
  const removed = signal<StoredRecording | undefined>(undefined);
  let asked = 0;

  async function read(): Promise<void> {
    asked += 1;
    const own = asked;
    try {
      const found = await store.list();
      if (own !== asked) return;
      list.value = found;
      listProblem.value = undefined;
    } catch (error) {
      if (own === asked) listProblem.value = `The recordings cannot be read: ${wordsOf(error)}.`;
    }
  }

  function changed(): void {
    if (list.peek() !== undefined) void read();
  }

  async function change(what: string, work: () => Promise<void>): Promise<boolean> {
    let problem: string | undefined;
    await work().catch((error: unknown) => {
      problem = `${what}: ${wordsOf(error)}.`;
    });
    await read();
    if (problem !== undefined) listProblem.value = problem;
    return problem === undefined;
  }

  store.onChange(changed);

  return {
    list,
    listProblem,
    removed,
    refresh: read,
    changed,
    async rename(id, name) {
      const given = name.trim().slice(0, 100);
      await change('It cannot be renamed', () => store.rename(id, given === '' ? undefined : given));
    },
    async pin(id, pinned) {
      await change('It cannot be pinned', () => store.pin(id, pinned));
    },
    async remove(recording) {
      if (await change('It cannot be deleted', () => store.remove(recording.id))) removed.value = recording;
    },
    async undoRemove() {
      const recording = removed.peek();
      if (recording === undefined) return;
      removed.value = undefined;
      await change('It cannot be brought back', () => store.restore(recording.id));
    },
  };
}

function wordsOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
