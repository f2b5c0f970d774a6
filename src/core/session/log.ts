import type {
  ConnectionFailure,
  ErrorFacts,
  RestFailure,
  SettingsFailure,
  UnexpectedFailure,
} from './failure.ts';
import type { Limits, Route, Settings, Target } from './settings.ts';
import type { SessionStep, StepState } from './step.ts';

/** `session` is the developer's own session endpoint, the others are Orga's. */
export type Endpoint = 'client-secrets' | 'ice-config' | 'calls' | 'session';

/** The levels of the client SDK's logger. */
export type Level = 'debug' | 'info' | 'warn' | 'error';

/** What a request carried as its credential: never the credential itself. */
export interface CredentialFacts {
  /** What it looks like: `sk_orga_ai_…`, a JWT, the text `undefined` or `null`, nothing, or something else. */
  readonly kind: 'api-key' | 'token' | 'undefined' | 'none' | 'other';
  /** `token#1`, `api-key#1`: the same secret has the same name for as long as the page lives. */
  readonly name?: string;
}

/** ICE server as handed out, credentials replaced. */
export interface IceServerFacts {
  readonly urls: readonly string[];
  readonly username?: string;
  readonly credential?: string;
  /** epoch seconds, where the user name says when the credentials end */
  readonly expiresAt?: number;
}

/** One earlier use of a token on this origin, remembered as a salted hash. */
export interface TokenUse {
  readonly endpoint: Endpoint;
  /** ms before the entry's own time */
  readonly ago: number;
  readonly status: number;
}

/** What every entry has. */
export interface Common {
  /** `e1`, `e2`, … in the order of the log */
  readonly id: string;
  /** ms since the run began, monotonic */
  readonly at: number;
  readonly step?: SessionStep;
  /** from 1; a retry is another attempt of the same run */
  readonly attempt: number;
}

interface Facts {
  /** The run began. The wall clock is stored once, here: ms since the epoch. */
  'run-started': {
    readonly run: number;
    readonly wallClock: number;
    readonly target: Target;
    readonly route: Route;
    readonly from: SessionStep;
    readonly until?: SessionStep;
    readonly settings: Settings;
    readonly limits: Limits;
    readonly userAgent: string;
    readonly pageUrl: string;
  };
  run: {
    readonly state: 'paused' | 'continued' | 'connected' | 'failed' | 'stopped';
    /** who ended it */
    readonly by?: 'user' | 'failure' | 'new-run';
    /** `transport`: a dump shows that the connection came up, and none of what was said over it */
    readonly shown?: 'transport';
  };
  attempt: {
    readonly number: number;
    readonly from: SessionStep;
    readonly why: 'retry' | 'new-token' | 'again';
    /** ms waited before it */
    readonly delay: number;
  };
  /** `failedBy` is the id of the entry that tells why. */
  step: { readonly state: StepState; readonly took?: number; readonly failedBy?: string };
  request: {
    readonly request: string;
    readonly endpoint: Endpoint;
    readonly method: string;
    readonly url: string;
    readonly headers: Readonly<Record<string, string>>;
    readonly body?: string;
    readonly credential: CredentialFacts;
    readonly crossOrigin: boolean;
    /** What was altered on purpose, in words. */
    readonly altered: readonly string[];
    /** sent by the process on this machine, in which CORS has no say */
    readonly via?: 'relay';
    /** whether the browser was to send its cookies along; absent: none */
    readonly cookies?: 'same-origin' | 'include';
  };
  response: {
    readonly request: string;
    readonly status: number;
    readonly statusText: string;
    readonly headers: Readonly<Record<string, string>>;
    /** Redacted text, at most 64 KiB of it. */
    readonly body: string;
    readonly bodyBytes: number;
    /** ms from the request to the headers, and to the end of the body */
    readonly headersAfter: number;
    readonly took: number;
    readonly correlationId?: string;
    /** false where no listed header could be read from a cross-origin response */
    readonly correlationExposed: boolean;
    readonly redirected: boolean;
    /** where a redirect led, without its query where the relay followed it */
    readonly url?: string;
    /** seconds, from `Retry-After` */
    readonly retryAfter?: number;
  };
  /** A REST request that failed. One per failed request; carries what the specification wants logged. */
  'rest-error': {
    readonly request: {
      readonly id: string;
      readonly endpoint: Endpoint;
      readonly method: string;
      readonly url: string;
    };
    readonly failure: RestFailure;
    readonly http?: {
      readonly status: number;
      readonly type?: string;
      readonly code?: string;
      readonly param?: string;
      readonly message?: string;
    };
    readonly correlationId?: string;
    /** id of the `response` entry, when there was one */
    readonly response?: string;
  };
  /** What a token that we received says about itself. */
  token: {
    readonly token: string;
    readonly from: 'client-secrets' | 'session' | 'pasted' | 'carried';
    /** epoch seconds, from the JWT */
    readonly issuedAt?: number;
    readonly expiresAt?: number;
    /** the reply's own `expires_at`, verbatim: naive UTC */
    readonly expiresAtText?: string;
    /** local wall clock when received, epoch ms */
    readonly wallClock: number;
  };
  /** Earlier uses of this token, in this run's earlier attempts, earlier runs, or other tabs of this origin. */
  'token-history': { readonly token: string; readonly uses: readonly TokenUse[] };
  'ice-servers': {
    readonly from: 'ice-config' | 'session' | 'carried';
    readonly servers: readonly IceServerFacts[];
    /** URLs that were left out of the peer connection, because their host has a reserved name (RFC 6761) */
    readonly leftOut: readonly string[];
    /** the peer connection may use relays only, though no setting says so: a watched page’s own choice */
    readonly policy?: 'relay';
  };
  description: {
    readonly side: 'local' | 'remote';
    readonly type: 'offer' | 'answer';
    /** `ice-pwd` replaced by a valid stand-in */
    readonly sdp: string;
  };
  state: {
    readonly machine: 'signaling' | 'gathering' | 'ice' | 'connection' | 'dtls' | 'sctp' | 'channel';
    readonly to: string;
  };
  candidate: {
    readonly side: 'local' | 'remote';
    /** candidate-attribute without `a=`; empty at the end of candidates */
    readonly candidate: string;
    readonly mid?: string;
    /** URL of the ICE server that gave it, where the browser says so */
    readonly url?: string;
    readonly relayProtocol?: string;
  };
  'candidate-error': {
    readonly url: string;
    readonly errorCode: number;
    readonly errorText: string;
    readonly address?: string;
    readonly port?: number;
  };
  channel: {
    readonly event: 'open' | 'received' | 'sent' | 'error' | 'closing' | 'close';
    readonly label: string;
    /** a message's text, redacted, at most 64 KiB of it; a binary one is `[binary 12 bytes]` */
    readonly text?: string;
    /** of a message that is not kept whole, or is binary */
    readonly bytes?: number;
    /** `type` of a server message, `event` of a client message */
    readonly messageType?: string;
    readonly error?: {
      readonly name: string;
      readonly message: string;
      readonly errorDetail?: string;
      readonly sctpCauseCode?: number;
    };
  };
  track: {
    readonly event: 'added' | 'mute' | 'unmute' | 'ended';
    readonly media: 'audio' | 'video';
  };
  /** The candidate pairs and transport as getStats gave them, at a moment that matters. */
  statistics: {
    readonly moment: 'connected' | 'failed' | 'sample';
    readonly pairs: readonly CandidatePairFacts[];
    readonly transport?: {
      readonly dtlsState: string;
      readonly iceState?: string;
      readonly packetsReceived?: number;
    };
    /** RTP by direction and kind of media, from the beginning */
    readonly rtp?: readonly RtpFacts[];
  };
  /** Silence is evidence: what is waited for, for how long, and what it will be taken for. */
  watch: {
    readonly watch: Watch;
    /** URL of the server that is silent */
    readonly subject?: string;
    /** ms */
    readonly silentFor: number;
    /** ms since the run began, when the browser itself will report it, where that is known */
    readonly until?: number;
    /** catalogue code that it will be taken for */
    readonly foresees: string;
    /** the silence ended */
    readonly over?: true;
  };
  /** The machine slept: the wall clock went on, timers did not. ms. */
  sleep: { readonly wallClock: number; readonly monotonic: number; readonly late: number };
  /** The visitor's own devices, and the playing of what the far end sends. */
  media: {
    readonly device: 'microphone' | 'camera' | 'playback';
    readonly event:
      | 'granted'
      | 'refused'
      | 'ended'
      | 'mute'
      | 'unmute'
      | 'silent'
      | 'audible'
      | 'blocked'
      | 'playing';
    readonly error?: ErrorFacts;
    /** name of the constraint that could not be met */
    readonly constraint?: string;
    /** the page stands in a frame */
    readonly framed?: boolean;
    /** Permissions API: granted, denied, prompt */
    readonly permission?: string;
  };
  'connection-failure': { readonly failure: ConnectionFailure };
  'settings-refused': { readonly failure: SettingsFailure };
  unexpected: { readonly failure: UnexpectedFailure };
  note: Note;
}

export type Watch =
  | 'ice-server'
  | 'gathering'
  | 'ice-new'
  | 'no-candidates'
  | 'checks'
  | 'dtls'
  | 'channel'
  | 'session';

export interface CandidatePairFacts {
  readonly local: string;
  readonly remote: string;
  readonly state: string;
  readonly nominated: boolean;
  /** absent where the browser does not count them: Firefox counts what was answered only */
  readonly requestsSent?: number;
  readonly responsesReceived?: number;
  /** ms */
  readonly roundTripTime?: number;
}

/** webrtc-stats, inbound-rtp and outbound-rtp */
export interface RtpFacts {
  readonly direction: 'inbound' | 'outbound';
  readonly media: 'audio' | 'video';
  /** absent where the browser does not count them */
  readonly packets?: number;
  readonly bytes?: number;
  /** inbound only */
  readonly packetsLost?: number;
}

/** Something worth a line that is neither a step nor a failure. */
export type Note =
  | { readonly topic: 'slow'; readonly waitingFor: string /** ms */; readonly after: number }
  | { readonly topic: 'gathering-cut-off' /** ms */; readonly after: number }
  | { readonly topic: 'limits-shortened'; readonly limits: Partial<Limits> }
  | { readonly topic: 'simulation-restarted' }
  | { readonly topic: 'storage-refused'; readonly what: string }
  | { readonly topic: 'carried'; readonly what: string }
  | { readonly topic: 'left-out'; readonly what: string }
  /** this computer's clock was set back by so many ms, while the page was open */
  | { readonly topic: 'clock-set-back'; readonly by: number }
  | ProbeNote
  | NetworkLookNote
  | LocalAccessNote
  | {
      readonly topic: 'clock-skew';
      /** ms that this computer's clock is ahead of the service's; negative where it is behind */
      readonly ahead: number;
      /** what gave it away: a fresh token's `iat`, or the `Date` header of a reply */
      readonly from: 'iat' | 'date';
    };

/** What a second look at a host found, after a request to it got no response. */
export interface ProbeNote {
  readonly topic: 'probe';
  readonly request: string;
  readonly url: string;
  /** `opaque`: it does answer a request that CORS does not guard; `not-sent`: it would not have been let out either */
  readonly result: 'opaque' | 'failed' | 'not-sent';
  /** whether a plain request, which needs no preflight, could be read */
  readonly plain?: 'readable' | 'hidden';
  /** whether the failed request needed a preflight */
  readonly preflight: boolean;
  readonly online: boolean;
  /** state of the browser's permission to talk to this machine or its network, where it has one */
  readonly localAccess?: 'granted' | 'denied' | 'prompt';
}

/** After a session that stood has failed, its own ICE servers are asked whether the network is there. */
export interface NetworkLookNote {
  readonly topic: 'network-look';
  /** the server that answered; the first of those asked where none did */
  readonly url: string;
  readonly answered: boolean;
  /** ms since the failure */
  readonly after: number;
}

/** ICE was never tried, though the answer has addresses: whether this page may reach the local network. */
export interface LocalAccessNote {
  readonly topic: 'local-access';
  /** of the Permissions API (Local Network Access) */
  readonly permission: 'granted' | 'denied' | 'prompt';
}

/** `Facts` spelt as a union of entries. */
export type LogEntry = { readonly [K in keyof Facts]: Common & { readonly kind: K } & Facts[K] }[keyof Facts];

export type LogKind = LogEntry['kind'];

export type LogEntryOf<K extends LogKind> = Extract<LogEntry, { kind: K }>;

/** What an adapter reports: the log gives id, time and attempt. */
export type Unlogged = {
  [K in LogKind]: { readonly kind: K; readonly step?: SessionStep } & Facts[K];
}[LogKind];

export const logKinds = [
  'run-started',
  'run',
  'attempt',
  'step',
  'request',
  'response',
  'rest-error',
  'token',
  'token-history',
  'ice-servers',
  'description',
  'state',
  'candidate',
  'candidate-error',
  'channel',
  'track',
  'statistics',
  'watch',
  'sleep',
  'media',
  'connection-failure',
  'settings-refused',
  'unexpected',
  'note',
] as const satisfies readonly LogKind[];
