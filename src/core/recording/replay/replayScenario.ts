import type { RequestFaults } from '../../session/alteration.ts';
import type { Endpoint } from '../../session/log.ts';
import type { Limits, Route, Settings } from '../../session/settings.ts';
import type { SessionStep } from '../../session/step.ts';

/** How one request is answered in a replay. Delays in ms, before the headers. */
export type ReplayReply =
  | {
      readonly kind: 'reply';
      readonly status: number;
      readonly headers: Readonly<Record<string, string>>;
      readonly body: string;
      readonly delay: number;
      /** the far end's own SDP goes where the recorded one stood: a session begins with it */
      readonly answers?: true;
      /** reached by a redirect to a page that asks for a login */
      readonly redirected?: true;
    }
  /** no HTTP response */
  | { readonly kind: 'refused'; readonly delay: number }
  /** nothing ever comes */
  | { readonly kind: 'silence' }
  /** headers and the beginning of a body that never ends */
  | {
      readonly kind: 'stalled';
      readonly status: number;
      readonly headers: Readonly<Record<string, string>>;
      readonly body: string;
      readonly delay: number;
    }
  /** as the simulated service, or the simulated backend, answers by itself */
  | { readonly kind: 'own' };

/** What stands in for a pseudonym of the recording, seconds from the moment of the reply. */
export interface TokenStandIn {
  readonly issuedBefore?: number;
  readonly expiresAfter?: number;
  /** the reply's own `expires_at`, verbatim: it moves with the token */
  readonly expiresAtText?: string;
}

/** What the far end does, as far as it can be told from outside. What is absent behaves well. */
export type ReplayFarEnd =
  | {
      readonly kind:
        | 'unreachable'
        | 'port-low'
        | 'hostname'
        | 'tcp-only'
        | 'bad-password'
        | 'no-track'
        | 'no-handshake'
        | 'no-association'
        | 'wrong-fingerprint'
        | 'mute'
        | 'no-candidates'
        | 'refuses-channel';
    }
  | { readonly kind: 'closes'; readonly after: number; readonly silent?: true }
  /** exactly this text */
  | { readonly kind: 'answer'; readonly sdp: string }
  /** this answer, with the transport of a far end that is alive */
  | { readonly kind: 'graft'; readonly sdp: string };

/** What a replay must end with to be like the recording. */
export interface ReplayExpectation {
  readonly outcome: 'connected' | 'failed';
  readonly code?: string;
  readonly variant?: string;
  readonly step?: SessionStep;
  readonly httpStatus?: number;
}

/**
 * A recorded session as a scenario: REST replies verbatim, the class of what came after the answer. Plain JSON, in a
 * file `*.scenario.json`.
 */
export interface ReplayScenario {
  readonly format: 'webrtc-session-replay';
  readonly version: 1;
  readonly title: string;
  readonly story: string;
  readonly route: Route;
  readonly settings: Partial<Settings>;
  readonly limits: Partial<Limits>;
  readonly request?: RequestFaults;
  /** by endpoint, one per request in order; the last one stays */
  readonly replies: Partial<Readonly<Record<Endpoint, readonly ReplayReply[]>>>;
  /** path at which an endpoint was called, where it is not the documented one */
  readonly paths?: Partial<Readonly<Record<Endpoint, string>>>;
  /** by pseudonym, for example `token#1` */
  readonly tokens: Readonly<Record<string, TokenStandIn>>;
  readonly farEnd?: ReplayFarEnd;
  /** ICE servers under reserved names are used, and looked up in vain */
  readonly keepReservedServers?: true;
  readonly devices?: {
    readonly microphone?:
      | 'denied'
      | 'denied-os'
      | 'none'
      | 'busy'
      | 'overconstrained'
      | 'silent'
      | 'unplugged';
    readonly playback?: 'blocked';
  };
  readonly sleep?: { readonly after: number; readonly asleep: number };
  readonly expect: ReplayExpectation;
  /** whether the same verdict is to be expected; where not, `foresight` says why */
  readonly faithful: boolean;
  /** what will be different, said beforehand */
  readonly foresight: readonly string[];
}
