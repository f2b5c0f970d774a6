import type { RTCIceConnectionStateName, RTCPeerConnectionStateName } from '../session/failure.ts';

/** An ICE server's URL that the peer connection was given, and what has come of it. */
export interface ServerFacts {
  readonly url: string;
  readonly answered: boolean;
  readonly error?: { readonly code: number; readonly text: string };
}

/**
 * Why a browser would not use a remote candidate; `usable` is as far as can be told by looking at it, `local` one that is
 * on this machine or its network.
 */
export type RemoteCandidateKind = 'usable' | 'local' | 'port-low' | 'hostname' | 'tcp';

/** How far a peer connection has come: all that silence is judged by. Times are on one monotonic clock, ms. */
export interface PeerFacts {
  readonly now: number;
  readonly servers: readonly ServerFacts[];
  readonly relayOnly: boolean;
  readonly gathering: 'new' | 'gathering' | 'complete';
  readonly gatheringSince: number;
  /** the offer goes out without what is still to be gathered */
  readonly cutOff: boolean;
  readonly localCandidates: number;
  /** undefined until an answer is applied */
  readonly answer:
    | {
        readonly at: number;
        readonly candidates: readonly RemoteCandidateKind[];
        readonly channelRejected: boolean;
      }
    | undefined;
  readonly ice: RTCIceConnectionStateName;
  readonly iceSince: number;
  readonly connection: RTCPeerConnectionStateName;
  readonly channel: 'connecting' | 'open' | 'closing' | 'closed';
  /** when the channel last changed its state */
  readonly channelSince: number;
  readonly greeted: boolean;
  readonly checks: CheckFacts;
}

/** The connectivity checks, as the last sample has them; what the browser does not count is undefined. */
export interface CheckFacts {
  readonly responses: number;
  readonly lastResponseAt: number;
  /** sent since then */
  readonly unanswered: number | undefined;
  /** packets that came at all, though none of them ended a check */
  readonly packetsReceived: number | undefined;
  /** when the last bytes came of what had come with every sample before; undefined while it comes, or never did */
  readonly streamEndedAt: number | undefined;
}
