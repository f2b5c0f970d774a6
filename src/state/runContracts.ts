import type { Redactor } from '../core/redaction.ts';
import type { RequestFaults } from '../core/session/alteration.ts';
import type { ConnectionFailure, ErrorFacts } from '../core/session/failure.ts';
import type { Unlogged } from '../core/session/log.ts';
import type { NextRequest, RequestEdit } from '../core/session/requestEdit.ts';
import type { Series, SeriesValue } from '../core/session/series.ts';
import type { Limits, Settings } from '../core/session/settings.ts';
import type { SessionStep } from '../core/session/step.ts';

/** What a run is given; `carried` is what an earlier one obtained, opaque here. */
export interface RunOrder<Carried> {
  readonly settings: Settings;
  readonly limits: Limits;
  readonly from: SessionStep;
  readonly carried?: Carried | undefined;
  readonly secrets: { readonly apiKey?: string; readonly token?: string; readonly headers?: string };
  readonly faults?: RequestFaults;
  /** use ICE servers under reserved names too, which otherwise stay out of the peer connection */
  readonly keepReservedServers?: true;
  readonly attempt?: { readonly why: 'retry' | 'new-token'; readonly number: number; readonly delay: number };
}

export interface RunControls<Carried = unknown> {
  readonly signal: AbortSignal;
  /** aborts when another attempt or run begins: what follows on a failure is over */
  readonly aftermath: AbortSignal;
  /** with what the user changed of the request that the step sends */
  readonly mayBegin: (
    step: SessionStep,
    next?: () => NextRequest | undefined,
  ) => Promise<RequestEdit | undefined>;
  readonly report: (entry: Unlogged) => string;
  readonly redactor: Redactor;
  readonly beforeRequest: () => Promise<void>;
  /** ms since the run began */
  readonly now: () => number;
  /** the running statistics, sample by sample */
  readonly sample: (values: Readonly<Record<string, SeriesValue>>) => void;
  /** what can be done with the session of the present attempt; undefined once it is over */
  readonly onLive: (live: LiveControls | undefined) => void;
  /** what the run has obtained so far */
  readonly onHeld: (held: Carried) => void;
}

/** A real device of the visitor's; off until it is turned on. */
export interface LiveDevice {
  /** undefined once it is sent, or why it cannot be had */
  turnOn(deviceId?: string): Promise<ConnectionFailure | undefined>;
  turnOff(): void;
  /** the devices of this kind, now and at each change, until the returned function is called */
  watchChoices(
    tell: (choices: readonly { readonly id: string; readonly label: string }[]) => void,
  ): () => void;
  readonly isOn: () => boolean;
  /** for a picture */
  readonly stream: () => MediaStream | undefined;
  /** 0 to 1; undefined where nothing is measured */
  readonly level: () => number | undefined;
}

/** What can be done with a session while it lives. */
export interface LiveControls {
  /** undefined, or why it could not be sent */
  send(text: string): ErrorFacts | undefined;
  readonly microphone: LiveDevice;
  readonly camera: LiveDevice;
  readonly playback: {
    listen(on: boolean): Promise<void>;
    readonly listening: () => boolean;
  };
  readonly signal: AbortSignal;
}

/** The running statistics; a new object each time that they grew, at most four times a second. */
export interface RunSeries {
  readonly series: Series;
}

/** What one URL of the ICE servers did when it was asked by itself. */
export interface IceServerResult {
  readonly url: string;
  readonly result: 'answered' | 'error' | 'silent';
  /** ms to the first answer or error, or to the end of the wait */
  readonly ms: number;
  readonly candidates: readonly string[];
  readonly errorCode?: number;
  readonly errorText?: string;
}

/** A test of the ICE servers, server by server. */
export interface IceServerTest {
  readonly state: 'running' | 'done' | 'stopped';
  /** in the order of their end */
  readonly results: readonly IceServerResult[];
  /** URLs with reserved names: nobody is asked */
  readonly leftOut: readonly string[];
  readonly total: number;
}

export type RunSession<Carried> = (
  order: RunOrder<Carried>,
  controls: RunControls<Carried>,
) => Promise<Carried>;
