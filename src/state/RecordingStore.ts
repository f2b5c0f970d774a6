import type { Recording } from '../core/recording/recording.ts';
import type { RecordingHead, RunFacts, StoredRecording } from '../core/recording/storedRecording.ts';

/** What came since the last batch, ready to be stored. */
export interface RecordedBatch {
  /** JSON of the entries, joined by commas */
  readonly entries: string;
  readonly count: number;
  /** JSON of the whole series, where it is to be stored anew */
  readonly series?: string;
  readonly facts: RunFacts;
}

/** Writes one recording. */
export interface RecordingWriter {
  /** all of it is stored, or none */
  append(batch: RecordedBatch): Promise<void>;
  /** nothing more comes from this tab */
  close(): void;
}

/** Where recordings are kept. Every promise rejects with a message for the user; then nothing stored was harmed. */
export interface RecordingStore {
  begin(head: RecordingHead): Promise<RecordingWriter>;
  /** the newest first */
  list(): Promise<readonly StoredRecording[]>;
  /** JSON of the recording, as in a file */
  read(id: string): Promise<Blob>;
  /** one that is opened, pinned; nothing is written twice */
  keep(recording: Recording): Promise<void>;
  /** undefined: it has none any longer */
  rename(id: string, name: string | undefined): Promise<void>;
  pin(id: string, pinned: boolean): Promise<void>;
  /** can be undone for ten minutes, unless the room is needed */
  remove(id: string): Promise<void>;
  restore(id: string): Promise<void>;
  /** another tab has changed something */
  onChange(listener: () => void): () => void;
}
