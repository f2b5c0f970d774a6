import type { LogEntry } from '../../session/log.ts';
import type { Reading, RecordingSource } from '../recording.ts';
import { mediaLog } from './mediaLog.ts';
import { readPeerEvent } from './peerFact.ts';
import { peerLog } from './peerLog.ts';
import type { MediaEvent, PeerTrace } from './peerTrace.ts';
import { productOf } from './product.ts';
import type { Tell } from './progress.ts';

/** The label that the official client SDK uses (orga-contract.md, section d). */
const sdkLabel = 'orga-realtime-client-events';

interface Peer {
  readonly trace: PeerTrace;
  readonly label: string | undefined;
  readonly offers: boolean;
  readonly outcome: 'failed' | 'connected' | 'unfinished';
}

export interface Choice {
  readonly chosen: PeerTrace | undefined;
  readonly notes: readonly string[];
}

/**
 * Of the peer connections of a dump the one that a session is made of: with the SDK's data channel, else one that
 * offers; among these the first that failed, else the first that connected. The others are named in the notes.
 */
export function choosePeer(traces: readonly PeerTrace[]): Choice {
  const peers = traces.map(look);
  const [best] = peers.toSorted((one, other) => worth(other) - worth(one));
  if (best === undefined) return { chosen: undefined, notes: [] };
  const others = peers.filter((peer) => peer !== best);
  const notes = others
    .slice(0, 20)
    .map(
      (peer) =>
        `Peer connection ${peer.trace.id}${peer.offers ? '' : ', which answers,'} is left out: it ${inWords[peer.outcome]}.`,
    );
  const more = others.length - notes.length;
  return {
    chosen: best.trace,
    notes: [
      ...(others.length === 0 ? [] : [`Of ${peers.length} peer connections this is ${best.trace.id}.`]),
      ...notes,
      ...(more > 0 ? [`${more} further peer connections are left out.`] : []),
    ],
  };
}

interface Origin {
  readonly id: string;
  readonly source: RecordingSource;
  readonly userAgent: string;
  readonly media: readonly MediaEvent[];
  readonly tell: Tell;
}

/** The recording of the connection that was chosen; of a dump without any, what its microphone met. */
export function peerReading(
  { chosen, notes }: Choice,
  { id, source, userAgent, media, tell }: Origin,
): Reading {
  const told = chosen === undefined ? mediaLog(media, userAgent) : peerLog(chosen, userAgent, tell);
  if (told === undefined) {
    return {
      ok: false,
      problem:
        'This dump has no peer connection: none was open while it was made. Open the dump page first, then the session, and download it before the session’s page is closed.',
    };
  }
  const log: readonly LogEntry[] = told.log;
  return {
    ok: true,
    recording: {
      format: 'webrtc-session-recording',
      version: 1,
      product: productOf(source, userAgent),
      source,
      id,
      startedAt: told.startedAt,
      userAgent: log.find((entry) => entry.kind === 'run-started')?.userAgent ?? '',
      log,
      ...(told.series === undefined ? {} : { series: told.series }),
    },
    notes: [...notes, ...told.notes],
  };
}

const inWords = {
  failed: 'failed',
  connected: 'connected',
  unfinished: 'neither connected nor failed',
} as const;

function worth({ label, offers, outcome }: Peer): number {
  return (
    (label === sdkLabel ? 8 : 0) + (offers ? 4 : 0) + { failed: 2, connected: 1, unfinished: 0 }[outcome]
  );
}

function look(trace: PeerTrace): Peer {
  let label: string | undefined;
  let offers = false;
  let outcome: Peer['outcome'] = 'unfinished';
  for (const event of trace.events) {
    // Only names are looked at, and a few values: there may be a million events.
    if (!/description|connectionstatechange|datachannel|offer/i.test(event.name)) continue;
    const fact = readPeerEvent(event);
    if (fact?.what === 'channel') label = label === sdkLabel ? label : fact.label;
    if (
      fact?.what === 'created' ||
      (fact?.what === 'described' && fact.side === 'local' && fact.type === 'offer')
    )
      offers = true;
    if (fact?.what === 'refused') outcome = 'failed';
    if (fact?.what !== 'state' || fact.machine === 'signaling' || fact.machine === 'gathering') continue;
    if (fact.to === 'failed') outcome = 'failed';
    if (
      outcome === 'unfinished' &&
      (fact.to === 'connected' || fact.to === 'completed') &&
      fact.machine === 'connection'
    )
      outcome = 'connected';
  }
  return { trace, label, offers, outcome };
}
