import type { Reading } from '../recording.ts';

export type PastedKind =
  | 'nothing'
  | 'recording'
  | 'sdp'
  | 'token'
  | 'api-key'
  | 'curl'
  | 'json'
  | 'error'
  | 'unknown';

/** A catalogue entry that a pasted text points to. */
export interface PastedFinding {
  readonly code: string;
  readonly variant?: string;
  readonly title: string;
  /** what in the text says so, or what it means */
  readonly why: string;
}

/** What a pasted text points to. */
export interface Pasted {
  readonly kind: PastedKind;
  /** most specific first */
  readonly findings: readonly PastedFinding[];
  /** what the text says of itself, in words: claims, lint, a key that should not be there */
  readonly facts: readonly string[];
  /** what else would tell more */
  readonly askFor: readonly string[];
  /** where it is a whole session that can be opened */
  readonly reading?: Reading;
}

export interface RecogniseOptions {
  /** wall clock, epoch ms */
  readonly now: number;
  /** of a recording that is made of it */
  readonly id: string;
}
