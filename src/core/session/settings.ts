import type { SessionStep } from './step.ts';

/** How credentials are obtained: as a backend does (`rest`), or from the developer's own session endpoint (`backend`). */
export type Route = 'rest' | 'backend';

/** What the session talks to. `watched`: a session that the user's own page runs. */
export type Target = 'simulated' | 'live' | 'watched';

export type Modality = 'audio' | 'video';

/** Everything about a run that is not secret. Each key is also the name of its deep-link parameter. */
export interface Settings {
  readonly route: Route;
  /** Origin (and optional path prefix) of the Orga API, without `/v1/realtime`. */
  readonly baseUrl: string;
  /** Absolute URL of the developer's own endpoint that answers `{ephemeralToken, iceServers}`. */
  readonly sessionEndpoint: string;
  /** How the session endpoint is asked, where it wants more than the SDK's bare GET. */
  readonly sessionMethod: 'GET' | 'POST' | 'PUT';
  /** `Name: value`, one a line; nothing secret. */
  readonly sessionHeaders: string;
  /** An empty string sends none. */
  readonly sessionBody: string;
  /** Whether the session endpoint gets the cookies that this browser has for it. */
  readonly sessionCredentials: 'omit' | 'same-origin' | 'include';
  /** On the REST route of a live session: the key that the relay holds, or a token pasted by hand. */
  readonly restWith: 'key' | 'token';
  /** Whether a live session's requests go through the relay on this machine; those with the key always do. */
  readonly relay: boolean;
  /** Without it the offer has no STUN or TURN server: host candidates only. */
  readonly fetchIceConfig: boolean;
  /** Sent as `?email=` to client-secrets; an empty string sends none (the current documentation has no such parameter). */
  readonly email: string;
  readonly voice: string;
  readonly model: string;
  /** 0 to 1. */
  readonly temperature: number;
  /** `return_transcription` on the wire. */
  readonly transcription: boolean;
  /** An empty string is sent as `null`, as the SDK does. */
  readonly instructions: string;
  readonly modalities: readonly Modality[];
  readonly history: boolean;
  readonly iceTransportPolicy: 'all' | 'relay';
  /** Response header names that may carry a correlation id, lower case, first match wins. None is documented by the service. */
  readonly correlationHeaders: readonly string[];
  /** Go on without a token, sending `Bearer undefined`, as the official SDKs do. */
  readonly continueWithoutToken: boolean;
  /** Automatic retries of a whole attempt after a 5xx, a timeout or a network failure, with jittered exponential backoff. */
  readonly retries: number;
  /** When the service refuses the ephemeral token, fetch a new one and try once more. */
  readonly renewToken: boolean;
}

/** Time limit per step, ms. For `offer` it is the gathering cut-off: reaching it is no failure, the SDK proceeds. */
export type Limits = Readonly<Record<SessionStep, number>>;

/** Names that services give the header with the id of a request; none is documented by this one. */
export const usualCorrelationHeaders: readonly string[] = [
  'x-request-id',
  'x-correlation-id',
  'request-id',
  'traceparent',
  'cf-ray',
];

export const defaultSettings: Settings = {
  route: 'rest',
  baseUrl: 'https://api.orga-ai.com',
  sessionEndpoint: '',
  sessionMethod: 'GET',
  sessionHeaders: '',
  sessionBody: '',
  sessionCredentials: 'omit',
  restWith: 'key',
  relay: false,
  fetchIceConfig: true,
  email: 'dev@example.com',
  voice: 'alloy',
  model: 'orga-1-beta',
  temperature: 0.5,
  transcription: false,
  instructions: '',
  modalities: ['audio', 'video'],
  history: true,
  iceTransportPolicy: 'all',
  correlationHeaders: usualCorrelationHeaders,
  continueWithoutToken: false,
  retries: 0,
  renewToken: false,
};

/** After this long the log notes that the session endpoint is slow, ms. Our own: the SDK has no limit there. */
export const slowSessionEndpoint = 10_000;

/**
 * The limits of the official SDKs where they have one, ours where they have none.
 * Node SDK: 10 s per REST request; client SDK: 5 s gathering, 10 s for the call (orga-contract.md, sections c and d).
 * Ours: 25 s for the session endpoint, 30 s for the connection.
 */
export function defaultLimits(route: Route): Limits {
  return {
    token: route === 'backend' ? 25_000 : 10_000,
    'ice-config': 10_000,
    offer: 5_000,
    call: 10_000,
    connection: 30_000,
  };
}

/** Whose limit it is, for the label beside it. */
export function limitOrigin(step: SessionStep, route: Route): 'sdk' | 'ours' {
  if (step === 'connection') return 'ours';
  if (step === 'token' && route === 'backend') return 'ours';
  return 'sdk';
}
