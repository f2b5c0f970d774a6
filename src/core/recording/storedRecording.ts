import type { Target } from '../session/settings.ts';
import type { Outcome } from '../session/summary.ts';
import type { Recording } from './recording.ts';

/** What becomes of a run while it is recorded. */
export interface RunFacts extends Pick<Recording, 'verdict'> {
  readonly target: Target;
  readonly outcome: Outcome;
  /** ms from the first entry to the last */
  readonly duration: number;
}

/** A recording without what it holds. */
export type RecordingHead = Omit<Recording, 'log' | 'series' | 'verdict'>;

/** One line of the list of recordings. */
export interface StoredRecording extends RecordingHead, RunFacts {
  /** `broken-off`: the tab that recorded it is gone, and the run had not ended */
  readonly state: 'recording' | 'ended' | 'broken-off';
  readonly entries: number;
  /** of its JSON, uncompressed */
  readonly bytes: number;
  readonly pinned: boolean;
}
