import type { ReplayReply, TokenStandIn } from '../src/core/recording/replay/replayScenario.ts';
import type { Endpoint } from '../src/core/session/log.ts';
import type { Switches } from '../src/core/session/switches.ts';

/** A reply given instead of the service's own. `body` is sent as JSON unless it is a string. */
export interface CannedReply {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: unknown;
  /** No CORS headers: a browser page sees a network error, a backend sees the reply. */
  readonly withoutCors?: true;
  /** Instead of the status's own; only the simulator's server can send it. */
  readonly reason?: string;
}

/** What an automation asks of one request: what is absent stays as the world has it. `delay` in ms. */
export interface Override {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: unknown;
  readonly delay?: number;
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
  | { readonly kind: 'rewrite'; readonly rewrite: Rewrite }
  | { readonly kind: 'override'; readonly override: Override }
  /** as recorded; `own` is good behaviour */
  | { readonly kind: 'recorded'; readonly reply: ReplayReply }
  | TransportFault;

/** What only a server of its own can do to a connection (`npm run simulator`): a worker has none. */
export type TransportFault =
  /** the connection is torn down: instead of an answer, or after its headers and half of its body */
  | { readonly kind: 'reset'; readonly after?: 'headers' }
  /** the browser's question before the request gets 405; a client that does not ask is served well */
  | { readonly kind: 'preflight-refused' }
  /** the good answer, so many bytes at a time, with a pause (ms) between */
  | { readonly kind: 'trickle'; readonly bytes: number; readonly pause: number };

export type Rewrite =
  | { readonly kind: 'omit'; readonly field: string }
  | { readonly kind: 'replace'; readonly field: string; readonly value: unknown }
  /** the whole body */
  | { readonly kind: 'body'; readonly body: unknown }
  /** the field's value instead of the object around it */
  | { readonly kind: 'unwrap'; readonly field: string }
  /** every top-level name in snake_case */
  | { readonly kind: 'snake-case' }
  /** only the first half of the text */
  | { readonly kind: 'truncate' };

/** One thing that is wrong with an answer; what each does to the text is in answerEdits.ts. */
export type AnswerEdit =
  | 'no-final-crlf'
  | 'escaped-crlf'
  | 'truncated'
  | 'mline-count'
  | 'mline-order'
  | 'mid'
  | 'setup'
  | 'no-fp'
  | 'no-ufrag'
  | 'no-rtcp-mux'
  | 'no-common-codec'
  | 'inactive'
  | 'recvonly'
  | 'rejected-dc'
  | 'json'
  | 'html'
  | 'empty'
  /** no SDP grammar has it: a line that none of the other edits explains */
  | 'bad-bandwidth';

/** What the peer that answers the offer does wrong. */
export type FarEndFault =
  /** its candidates lead nowhere, and it is given none of ours */
  | { readonly kind: 'unreachable' }
  /** its one candidate has a port below 1024, which Chromium drops; it is given none of ours */
  | { readonly kind: 'port-low' }
  /** its one candidate is a host name that nobody can resolve; it is given none of ours */
  | { readonly kind: 'hostname' }
  /** its one candidate is a passive TCP port where nothing listens; it is given none of ours */
  | { readonly kind: 'tcp-only' }
  /** its answer has another `ice-pwd` than the one it checks */
  | { readonly kind: 'bad-password' }
  /** it says that it sends, and has nothing to send */
  | { readonly kind: 'no-track' }
  /** both sides wait for the other to begin the DTLS handshake */
  | { readonly kind: 'no-handshake' }
  /** its answer accepts the data channel, and it has none */
  | { readonly kind: 'no-association' }
  /** says this much over the channel at once, after the session's own messages */
  | { readonly kind: 'chatty'; readonly messages: number }
  /** its answer is changed on the way, by one edit after the other */
  | { readonly kind: 'tamper'; readonly edits: readonly AnswerEdit[] }
  | { readonly kind: 'wrong-fingerprint' }
  /** opens the channel and never says anything */
  | { readonly kind: 'mute' }
  /** answers without any candidate, and is given none of ours */
  | { readonly kind: 'no-candidates' }
  /** closes after this many ms of being open; `silent`: without a word before */
  | { readonly kind: 'closes'; readonly after: number; readonly silent?: true }
  /** answers the offer's data channel section with port 0 */
  | { readonly kind: 'refuses-channel' }
  /** answers this instead of SDP */
  | { readonly kind: 'answer'; readonly sdp: string }
  /** answers this SDP, with its own transport in it */
  | { readonly kind: 'graft'; readonly sdp: string };

/** How everything outside behaves. What is absent behaves well. */
export interface World {
  readonly switches?: Partial<Switches>;
  /** One per request to that endpoint, in order; the last one stays, `undefined` is good behaviour. */
  readonly faults?: Partial<Record<Endpoint, readonly (Fault | undefined)[]>>;
  /** Where endpoints are found that are asked for in the wrong place. */
  readonly paths?: Partial<Readonly<Record<Endpoint, string>>>;
  /** What stands in for the tokens of recorded replies, by pseudonym. */
  readonly standIns?: Readonly<Record<string, TokenStandIn>>;
  /** What is the matter with the tokens that the service hands out. */
  readonly tokens?: {
    /** minted so long ago that they are expired on arrival, s; one per token, the last one stays */
    readonly age?: readonly number[];
    /** refused though neither expired nor used */
    readonly refused?: true;
    /** used for a call before they are handed out */
    readonly spent?: true;
    /** lifetime so short that it ends between ice-config and the call, s */
    readonly lifetime?: number;
    /** ice-config lets each token of its own through, whatever its state: only the call looks closely */
    readonly passIceConfig?: true;
    /** put the specification's identifier in this field of the 401 envelope */
    readonly identifierIn?: 'type' | 'code';
  };
  readonly backend?: {
    /** `forwarding` answers with the Node SDK's code, status and message; `opaque` with 500 and nothing else */
    readonly style?: 'forwarding' | 'opaque';
    readonly apiKey?: 'valid' | 'wrong' | 'unset';
    /** hands out the same token again and again */
    readonly caches?: true;
    /** the SDK's `timeout`, ms; its own default is 10,000 */
    readonly timeout?: number;
  };
  readonly farEnd?: FarEndFault;
  /** ICE servers under a reserved name are handed to the peer connection all the same, which then looks them up in vain. */
  readonly keepReservedServers?: true;
  /** What is the matter with the visitor's own devices. Without it they are left alone. */
  readonly devices?: Devices;
  /** The machine goes to sleep `after` ms after the offer came, and sleeps for `asleep` ms: the wall clock jumps. */
  readonly sleep?: { readonly after: number; readonly asleep: number };
}

/** How the page's devices and its playback behave while the run lasts. */
export interface Devices {
  readonly microphone?:
    | 'denied'
    | 'denied-os'
    | 'none'
    | 'busy'
    | 'overconstrained'
    /** there, but it hears nothing at all */
    | 'silent'
    /** hears a tone, and is unplugged soon after */
    | 'unplugged';
  /** the browser lets no sound begin by itself */
  readonly playback?: 'blocked';
}

/** The same world, in which the first request to each named endpoint is answered as asked. */
export function withOverrides(world: World, overrides: Partial<Record<Endpoint, Override>>): World {
  const faults: Partial<Record<Endpoint, readonly (Fault | undefined)[]>> = { ...world.faults };
  for (const endpoint of ['client-secrets', 'ice-config', 'calls', 'session'] as const) {
    const override = overrides[endpoint];
    if (override === undefined) continue;
    faults[endpoint] = [{ kind: 'override', override }, ...(world.faults?.[endpoint] ?? [undefined])];
  }
  return { ...world, faults };
}
