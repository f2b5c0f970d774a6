import type { ErrorFacts, RestFailure } from '../session/failure.ts';
import type { LogEntryOf, Unlogged } from '../session/log.ts';
import type { SeriesValue } from '../session/series.ts';
import type { Limits } from '../session/settings.ts';

/**
 * One thing that the probe saw in the page, redacted. It judges nothing there: which session it belongs to, and what
 * step that is at, is inferred from the facts where they are looked at (`inferSessions.ts`).
 */
export type Fact = { readonly at: number } & (
  | { readonly saw: 'entry'; readonly entry: ObservedEntry; readonly peer?: number }
  /** running statistics of a peer connection */
  | {
      readonly saw: 'sample';
      readonly peer: number;
      readonly values: Readonly<Record<string, SeriesValue>>;
      /** epoch ms: where it runs away from the other clock, the machine slept */
      readonly wall: number;
    }
  /** all of the response has come, or nothing more will */
  | {
      readonly saw: 'request-end';
      readonly request: string;
      readonly failure?: Extract<RestFailure, { reason: 'unreachable' | 'timeout' }>;
      /** the page itself would wait no longer */
      readonly aborted?: true;
    }
  /** what a reply handed out */
  | { readonly saw: 'token'; readonly request: string; readonly entry: EntryOf<'token'> }
  | { readonly saw: 'ice-servers'; readonly request: string; readonly entry: EntryOf<'ice-servers'> }
  /** the peer connection begins to be used; of constructing it nothing is told, for many pages only ask for features */
  | {
      readonly saw: 'peer';
      readonly peer: number;
      readonly servers: EntryOf<'ice-servers'>;
      readonly channels: readonly string[];
    }
  | {
      readonly saw: 'peer-answer';
      readonly peer: number;
      readonly state: 'applying' | 'applied';
    }
  | {
      readonly saw: 'peer-refusal';
      readonly peer: number;
      readonly operation: PeerOperation;
      readonly error: ErrorFacts;
      /** of a remote description that was refused */
      readonly sdp?: string;
    }
  | { readonly saw: 'peer-closed'; readonly peer: number }
  /** the constructor threw */
  | { readonly saw: 'no-peer'; readonly error: ErrorFacts }
);

export type PeerOperation =
  | 'createOffer'
  | 'setLocalDescription'
  | 'setRemoteDescription'
  | 'addIceCandidate';

/** What observers report: no step, for that is inferred. */
export type ObservedEntry = Extract<
  Unlogged,
  {
    kind:
      | 'request'
      | 'response'
      | 'state'
      | 'candidate'
      | 'candidate-error'
      | 'description'
      | 'channel'
      | 'track'
      | 'statistics'
      | 'media'
      | 'note';
  }
>;

type EntryOf<K extends LogEntryOf<'token' | 'ice-servers'>['kind']> = Extract<Unlogged, { kind: K }>;

/** The page that was watched. */
export interface WatchedPage {
  /** wall clock when the probe began, epoch ms */
  readonly startedAt: number;
  readonly userAgent: string;
  /** without query and fragment */
  readonly pageUrl: string;
  /** after how long a silence counts as a failure, ms */
  readonly limits: Limits;
}

/** What the probe gives away: `sessionProbe.recording()`, and the file that its badge saves. */
export interface FactsFile extends WatchedPage {
  readonly format: 'webrtc-session-facts';
  readonly version: 1;
  /** version of the product that wrote it */
  readonly product: string;
  /** random */
  readonly id: string;
  /** oldest first; `at` is ms since the probe began */
  readonly facts: readonly Fact[];
  /** facts that were let go of, between the beginning and the rest */
  readonly dropped: number;
}
