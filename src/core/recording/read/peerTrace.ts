import type { Stat } from '../../session/readStatistics.ts';

/** Something that another tool saw happen to a peer connection, as it wrote it down. */
export interface PeerEvent {
  /** epoch ms */
  readonly at: number;
  readonly name: string;
  readonly value: unknown;
}

/** One report of getStats. */
export interface PeerSample {
  /** epoch ms */
  readonly at: number;
  readonly stats: readonly Stat[];
}

/** Use of microphone or camera. */
export interface MediaEvent {
  /** epoch ms */
  readonly at: number;
  readonly device: 'microphone' | 'camera';
  /** absent: granted */
  readonly error?: { readonly name: string; readonly message: string };
}

/** All that a dump has of one peer connection. */
export interface PeerTrace {
  /** as the dump names it */
  readonly id: string;
  readonly url: string;
  readonly configuration: unknown;
  /** ascending */
  readonly events: readonly PeerEvent[];
  readonly media: readonly MediaEvent[];
  /** epoch ms, when the dump was taken, where it says so */
  readonly until?: number;
  /** ascending; read when they are asked for, because only one connection's are wanted */
  readonly samples: () => readonly PeerSample[];
}
