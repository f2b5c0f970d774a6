import type { ReplyReading } from './reply.ts';

/** What an exception says of itself: DOMException and RTCError keep their facts in prototype getters. */
export interface ErrorFacts {
  readonly name: string;
  readonly message: string;
  readonly code?: number | string;
  /** RTCError */
  readonly errorDetail?: string;
  readonly sdpLineNumber?: number;
  readonly sctpCauseCode?: number;
  readonly receivedAlert?: number;
  readonly sentAlert?: number;
  readonly httpRequestStatusCode?: number;
  readonly cause?: ErrorFacts;
}

/** What is wrong with a reply whose status promised success. */
export type BadReplyProblem =
  | 'html'
  | 'empty'
  | 'truncated'
  | 'too-large'
  | 'not-json'
  | 'error-body'
  | 'field-absent'
  | 'snake-case'
  | 'wrong-shape';

/** What happened to a REST request. What it means is the catalogue's business. */
export type RestFailure =
  | { readonly reason: 'http'; readonly status: number; readonly reading: ReplyReading }
  | {
      readonly reason: 'unreachable';
      readonly error: ErrorFacts;
      /** a second look showed that asking again cannot help: CORS, mixed content, a permission */
      readonly hopeless?: true;
    }
  | {
      readonly reason: 'timeout';
      /** ms */
      readonly limit: number;
      /** `headers`: no HTTP response at all; `body`: headers came, the body never ended. */
      readonly phase: 'headers' | 'body';
      readonly status?: number;
    }
  | {
      readonly reason: 'bad-reply';
      readonly status: number;
      readonly problem: BadReplyProblem;
      /** Names of the fields that are absent or of the wrong shape. */
      readonly fields: readonly string[];
      readonly reading: ReplyReading;
      /** of a `too-large` one: its bytes, and how many of them are read here */
      readonly size?: { readonly bytes: number; readonly limit: number };
    };

/** Why there is no connection, or no longer one. */
export type ConnectionFailure =
  | { readonly reason: 'unsupported'; readonly missing: string }
  | { readonly reason: 'configuration'; readonly error: ErrorFacts }
  | {
      readonly reason: 'sdp';
      readonly operation: 'createOffer' | 'setLocalDescription' | 'setRemoteDescription';
      readonly error: ErrorFacts;
    }
  | {
      readonly reason: 'ice';
      readonly iceConnectionState: RTCIceConnectionStateName;
      readonly connectionState: RTCPeerConnectionStateName;
    }
  | { readonly reason: 'dtls'; readonly dtlsState: string; readonly error?: ErrorFacts }
  | { readonly reason: 'channel'; readonly event: 'error' | 'close'; readonly error?: ErrorFacts }
  | {
      readonly reason: 'timeout';
      /** ms */
      readonly limit: number;
      readonly waitingFor: 'ice' | 'dtls' | 'channel' | 'session.created';
    }
  /** addIceCandidate refused a candidate */
  | { readonly reason: 'candidate'; readonly error: ErrorFacts }
  /** the browser makes no further peer connection */
  | { readonly reason: 'limit'; readonly error: ErrorFacts }
  | { readonly reason: 'permission'; readonly device: string; readonly error: ErrorFacts }
  | { readonly reason: 'device'; readonly device: string; readonly error: ErrorFacts };

/** Nobody foresaw this: an exception of our own or of the browser, never silence. */
export interface UnexpectedFailure {
  readonly reason: 'unexpected';
  readonly error: ErrorFacts;
}

/** A setting that was refused before anything was sent. */
export interface SettingsFailure {
  readonly reason: 'settings';
  readonly key: string;
  readonly message: string;
}

export type Failure = RestFailure | ConnectionFailure | SettingsFailure | UnexpectedFailure;

/** webrtc-pc RTCIceConnectionState */
export type RTCIceConnectionStateName =
  | 'new'
  | 'checking'
  | 'connected'
  | 'completed'
  | 'disconnected'
  | 'failed'
  | 'closed';

/** webrtc-pc RTCPeerConnectionState */
export type RTCPeerConnectionStateName =
  | 'new'
  | 'connecting'
  | 'connected'
  | 'disconnected'
  | 'failed'
  | 'closed';
