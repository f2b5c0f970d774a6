import type { Endpoint } from './log.ts';
import type { SessionStep } from './step.ts';

/** One thing that the debugger gets wrong on purpose, applied after the form's checks and logged as altered. */
export interface RequestAlteration {
  readonly endpoint: Endpoint;
  /** Leave the Authorization header out. */
  readonly omitAuthorization?: true;
  /** Send this credential where another belongs: the API key, the ephemeral token, or a literal string. */
  readonly credential?: 'api-key' | 'token' | { readonly literal: string };
  /** Leave a field of the body, or a query parameter, out. */
  readonly omitField?: 'offer' | 'params' | 'email';
  /** Send no body at all. */
  readonly omitBody?: true;
  /** Send this text as the body. */
  readonly body?: string;
  /** Send this text as `offer.sdp`. */
  readonly offerSdp?: string;
  /** Set a field of `params`. */
  readonly params?: Readonly<Record<string, string | number | boolean>>;
  /** Path instead of the right one, for example `/ephemeral-token`. */
  readonly path?: string;
}

/** What the debugger gets wrong on purpose in a scenario. */
export interface RequestFaults {
  readonly alterations?: readonly RequestAlteration[];
  /** Once connected, hang up and go again from this step with the same token, as an app that keeps its token does. */
  readonly again?: SessionStep;
  /** What the debugger does wrong with its own peer connection. */
  readonly peer?:
    | 'answer-twice'
    | 'answer-type'
    | 'candidate-early'
    | 'candidate-garbage'
    | 'offer-to-offer'
    | 'many-peers';
  /** Real devices that this run switches on. */
  readonly media?: {
    readonly microphone?: true;
    readonly camera?: true;
    readonly deviceId?: string;
    /** ask for the devices with constraints that name none */
    readonly nothing?: true;
    /** begin to play the far end's audio as soon as it comes */
    readonly playback?: true;
  };
  /** Wait this long before the call, ms: a token fetched long before it is used. */
  readonly waitBeforeCall?: number;
}
