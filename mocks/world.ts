import type { Endpoint } from '../src/core/session/log.ts';
import type { Switches } from '../src/core/session/switches.ts';

/** A reply given instead of the service's own. `body` is sent as JSON unless it is a string. */
export interface CannedReply {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: unknown;
  /** No CORS headers: a browser page sees a network error, a backend sees the reply. */
  readonly withoutCors?: true;
}

export type Fault =
  | { readonly kind: 'reply'; readonly reply: CannedReply }
  /** connection refused, reset, or no such host: no HTTP response */
  | { readonly kind: 'refused' }
  /** nothing ever comes */
  | { readonly kind: 'silence' }
  /** status and headers come, then a body that never ends */
  | { readonly kind: 'stalled-body'; readonly status?: number }
  /** the service does its work, then the reply's JSON is changed */
  | { readonly kind: 'rewrite'; readonly rewrite: Rewrite };

export type Rewrite =
  | { readonly kind: 'omit'; readonly field: string }
  | { readonly kind: 'replace'; readonly field: string; readonly value: unknown }
  /** the whole body */
  | { readonly kind: 'body'; readonly body: unknown }
  /** only the first half of the text */
  | { readonly kind: 'truncate' };

/** What the peer that answers the offer does wrong. */
export type FarEndFault =
  | { readonly kind: 'unreachable' }
  | { readonly kind: 'wrong-fingerprint' }
  /** opens the channel and never says anything */
  | { readonly kind: 'mute' }
  /** answers without any candidate, and is given none of ours */
  | { readonly kind: 'no-candidates' }
  /** closes after this many ms of being open */
  | { readonly kind: 'closes'; readonly after: number }
  /** answers this instead of SDP */
  | { readonly kind: 'answer'; readonly sdp: string };

/** How everything outside behaves. What is absent behaves well. */
export interface World {
  readonly switches?: Partial<Switches>;
  /** One per request to that endpoint, in order; the last one stays, `undefined` is good behaviour. */
  readonly faults?: Partial<Record<Endpoint, readonly (Fault | undefined)[]>>;
  /** What is the matter with the tokens that the service hands out. */
  readonly tokens?: {
    /** minted so long ago that they are expired on arrival, s; one per token, the last one stays */
    readonly age?: readonly number[];
    /** refused though neither expired nor used */
    readonly refused?: true;
    /** lifetime so short that it ends between ice-config and the call, s */
    readonly lifetime?: number;
    /** put the specification's identifier in this field of the 401 envelope */
    readonly identifierIn?: 'type' | 'code';
  };
  readonly backend?: {
    /** `forwarding` answers with the Node SDK's code, status and message; `opaque` with 500 and nothing else */
    readonly style?: 'forwarding' | 'opaque';
    readonly apiKey?: 'valid' | 'wrong' | 'unset';
    /** hands out the same token again and again */
    readonly caches?: true;
    readonly timeout?: number;
  };
  readonly farEnd?: FarEndFault;
}
