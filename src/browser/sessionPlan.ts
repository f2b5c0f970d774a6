import type { Redactor } from '../core/redaction.ts';
import type { RequestFaults } from '../core/session/alteration.ts';
import type { Unlogged } from '../core/session/log.ts';
import type { StatisticsSample } from '../core/session/readStatistics.ts';
import type { RelayFacts } from '../core/session/relayFacts.ts';
import type { NextRequest, RequestEdit } from '../core/session/requestEdit.ts';
import type { Limits, Settings } from '../core/session/settings.ts';
import type { SessionStep } from '../core/session/step.ts';
import type { RTCIceServerLike } from '../core/webrtc/iceServers.ts';
import type { probe } from './liveProbe.ts';
import type { RelayClient } from './liveRelay.ts';
import type { LiveSession } from './liveSession.ts';
import type { TokenMemory } from './tokenMemory.ts';

/** What a run obtained, for a run that begins at a later step. Holds raw secrets: in memory only. */
export interface Carried {
  readonly token?: string;
  /** verbatim from the reply: naive UTC */
  readonly expiresAtText?: string;
  readonly iceServers?: readonly RTCIceServerLike[];
}

/** What to do. */
export interface SessionPlan {
  readonly settings: Settings;
  readonly limits: Limits;
  /** `call` and `connection` begin at `offer`: a peer connection is never taken over from an earlier run. */
  readonly from: SessionStep;
  readonly carried?: Carried | undefined;
  /** `headers`: lines for the session endpoint that hold credentials */
  readonly secrets: { readonly apiKey?: string; readonly token?: string; readonly headers?: string };
  readonly faults?: RequestFaults;
  /** A further attempt of the same run: reported as an `attempt` entry first, then `delay` ms are waited. */
  readonly attempt?: { readonly why: 'retry' | 'new-token'; readonly number: number; readonly delay: number };
  /** Servers that the peer connection does without, because their host has a reserved name. */
  readonly leaveOut?: (url: string) => boolean;
  /** on a live target only */
  readonly live?: LiveReach;
}

/** What a live session has beside fetch: the relay on this machine, and a second look where a request fails. */
export interface LiveReach {
  readonly relay: { readonly facts: RelayFacts; readonly send: RelayClient['send'] } | undefined;
  readonly probe: typeof probe;
}

/** What a run is given to act with. */
export interface SessionControls {
  readonly signal: AbortSignal;
  /** aborts when nobody is interested any more in what follows on a failure, `signal` included; absent: with that alone */
  readonly aftermath?: AbortSignal;
  /** Resolves when the step may begin, with what the user changed of the request that it sends; rejects on abort. */
  readonly mayBegin: (
    step: SessionStep,
    next?: () => NextRequest | undefined,
  ) => Promise<RequestEdit | undefined>;
  /** returns the entry's id */
  readonly report: (entry: Unlogged) => string;
  readonly redactor: Redactor;
  readonly tokenMemory: TokenMemory;
  /** for example wakes the simulation; its time counts for no limit */
  readonly beforeRequest: () => Promise<void>;
  readonly onStream?: (stream: MediaStream) => void;
  /** ms since the run began; without it, since this call of runSession */
  readonly now?: () => number;
  /** the running series of statistics: one sample every 250 ms until connected, then every second */
  readonly sample?: (sample: StatisticsSample) => void;
  /** what can be done with the session of the present attempt; undefined once it is over */
  readonly onLive?: (live: LiveSession | undefined) => void;
  /** what the run has obtained so far: raw secrets */
  readonly onHeld?: (held: Carried) => void;
}
