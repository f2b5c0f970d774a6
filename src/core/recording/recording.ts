import type { Certainty } from '../diagnosis/diagnosis.ts';
import type { LogEntry } from '../session/log.ts';
import type { SeriesData } from '../session/seriesData.ts';
import type { SessionStep } from '../session/step.ts';

/** Who wrote down what happened: this debugger, its probe in somebody's page, or a file of another tool. */
export type RecordingSource = 'debugger' | 'probe' | 'har' | 'webrtc-internals' | 'rtcstats' | 'sdp';

/** What the version that recorded it took the failure for. */
export interface RecordedVerdict {
  readonly code: string;
  readonly variant?: string;
  readonly certainty: Certainty;
  readonly title: string;
  readonly step?: SessionStep;
}

/**
 * A log that can be kept and sent: redacted, self-describing, versioned. Everything that the app shows of a session
 * follows from it. Stored and sent as JSON (UTF-8, gzip in a file).
 */
export interface Recording {
  readonly format: 'webrtc-session-recording';
  readonly version: 1;
  /** version of the product that wrote it */
  readonly product: string;
  readonly source: RecordingSource;
  /** random, the same for as long as the recording lives */
  readonly id: string;
  /** given by the user */
  readonly name?: string;
  /** id of the scenario that was replayed; `diagnose` never sees it */
  readonly scenario?: string;
  /** wall clock of the run's begin, epoch ms */
  readonly startedAt: number;
  readonly userAgent: string;
  readonly log: readonly LogEntry[];
  readonly series?: SeriesData;
  readonly verdict?: RecordedVerdict;
}

/** What came of reading a text of any origin. */
export type Reading =
  | {
      readonly ok: true;
      readonly recording: Recording;
      /** what was left out or could not be read, in words for the user */
      readonly notes: readonly string[];
    }
  | {
      readonly ok: false;
      /** what is wrong and where, and what to do: one or two sentences for the user */
      readonly problem: string;
    };
