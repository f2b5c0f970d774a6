import type { Unlogged } from '../core/session/log.ts';
import type { Settings } from '../core/session/settings.ts';
import { type RTCIceServerLike, urlsOf } from '../core/webrtc/iceServers.ts';
import { errorFacts } from './errorFacts.ts';
import { observeChannel } from './observe/observeChannel.ts';
import { observePeerConnection } from './observe/observePeerConnection.ts';
import { observeStatistics, type StatisticsObservation } from './observe/observeStatistics.ts';
import type { SessionOffer } from './request.ts';
import { StepFailed } from './stepFailed.ts';
import { outcomeOf, type WaitLimits, waitUntil } from './waitUntil.ts';

/** The label that the official client SDK uses (orga-contract.md, section d). */
const channelLabel = 'orga-realtime-client-events';

export interface Peer {
  readonly connection: RTCPeerConnection;
  readonly channel: RTCDataChannel;
  readonly statistics: StatisticsObservation;
  readonly candidates: readonly RTCIceCandidate[];
  /** aborted by `release` */
  readonly signal: AbortSignal;
  /** Closes the connection, silently: whoever watches it is detached first. */
  release(): void;
}

export interface PeerOptions {
  readonly iceServers: readonly RTCIceServerLike[];
  readonly iceTransportPolicy: Settings['iceTransportPolicy'];
  readonly report: (entry: Unlogged) => string;
  readonly onStream: ((stream: MediaStream) => void) | undefined;
}

/**
 * A peer connection set up exactly as the client SDK's: one audio transceiver that sends and receives, one video
 * transceiver that sends, no tracks yet, one data channel with default options.
 * Throws StepFailed: `unsupported` without WebRTC, `configuration` where the browser refuses an ICE server.
 */
export function createPeer({ iceServers, iceTransportPolicy, report, onStream }: PeerOptions): Peer {
  if (typeof globalThis.RTCPeerConnection !== 'function') {
    throw new StepFailed({ reason: 'unsupported', missing: 'RTCPeerConnection' });
  }
  const connection = construct(iceServers, iceTransportPolicy);
  const detached = new AbortController();
  const candidates: RTCIceCandidate[] = [];
  connection.addEventListener(
    'icecandidate',
    ({ candidate }) => candidate?.candidate && candidates.push(candidate),
    {
      signal: detached.signal,
    },
  );
  passOnStream(connection, onStream, detached.signal);
  const audio = connection.addTransceiver('audio', { direction: 'sendrecv' });
  const video = connection.addTransceiver('video', { direction: 'sendonly' });
  for (const { sender } of [audio, video]) void sender.replaceTrack(null);
  const channel = connection.createDataChannel(channelLabel);

  const statistics = observeStatistics(connection, report);
  const unobserve = [observePeerConnection(connection, report), observeChannel(channel, report)];
  return {
    connection,
    channel,
    statistics,
    candidates,
    signal: detached.signal,
    release() {
      detached.abort();
      statistics.detach();
      for (const detach of unobserve) detach();
      for (const { receiver } of connection.getTransceivers()) receiver.track.stop();
      connection.close();
    },
  };
}

/** The servers without the URLs that are left out; a server without any URL left is left out itself. */
export function withoutUrls(
  servers: readonly RTCIceServerLike[],
  leaveOut: (url: string) => boolean,
): readonly RTCIceServerLike[] {
  return servers
    .map((server) => ({ ...server, urls: urlsOf(server).filter((url) => !leaveOut(url)) }))
    .filter(({ urls }) => urls.length > 0);
}

/**
 * Makes the offer and waits until every candidate is in it, or until `limit` ms have passed, as the SDK does: there is
 * no trickle. Reaching the limit is a note, not a failure. Throws StepFailed.
 */
export async function makeOffer(
  { connection, candidates }: Peer,
  limits: Required<WaitLimits>,
  report: (entry: Unlogged) => string,
): Promise<SessionOffer> {
  // The legacy options are the SDK's own.
  const options = { offerToReceiveAudio: true, offerToReceiveVideo: false };
  const created = await outcomeOf(connection.createOffer(options), { signal: limits.signal });
  if (created === 'limit' || !created.ok) throw sdpFailed('createOffer', created);
  const set = await outcomeOf(connection.setLocalDescription(created.value), { signal: limits.signal });
  if (set === 'limit' || !set.ok) throw sdpFailed('setLocalDescription', set);

  const gathered = await untilGathered(connection, limits);
  if (gathered === 'limit') report({ kind: 'note', topic: 'gathering-cut-off', after: limits.limit });
  const { type, sdp } = connection.localDescription ?? { type: 'offer', sdp: '' };
  return {
    sdp,
    type,
    candidates: candidates.map(({ candidate, sdpMid, sdpMLineIndex }) => ({
      candidate,
      sdpMid,
      sdpMLineIndex,
    })),
  };
}

function construct(
  iceServers: readonly RTCIceServerLike[],
  iceTransportPolicy: Settings['iceTransportPolicy'],
) {
  const servers = iceServers.map(({ urls, ...rest }) => ({
    urls: typeof urls === 'string' ? urls : [...urls],
    ...rest,
  }));
  try {
    return new RTCPeerConnection({ iceServers: servers, iceTransportPolicy, iceCandidatePoolSize: 0 });
  } catch (error) {
    throw new StepFailed({ reason: 'configuration', error: errorFacts(error) });
  }
}

/** One stream for all of the far end's tracks, given away with the first of them. */
function passOnStream(
  connection: RTCPeerConnection,
  onStream: PeerOptions['onStream'],
  signal: AbortSignal,
): void {
  if (onStream === undefined) return;
  const stream = new MediaStream();
  const onTrack = ({ track }: RTCTrackEvent) => {
    const isFirst = stream.getTracks().length === 0;
    stream.addTrack(track);
    if (isFirst) onStream(stream);
  };
  connection.addEventListener('track', onTrack, { signal });
}

function untilGathered(connection: RTCPeerConnection, limits: WaitLimits): Promise<'complete' | 'limit'> {
  return waitUntil<'complete'>((done) => {
    const check = () => {
      if (connection.iceGatheringState === 'complete') done('complete');
    };
    connection.addEventListener('icegatheringstatechange', check);
    check();
    return () => connection.removeEventListener('icegatheringstatechange', check);
  }, limits);
}

function sdpFailed(
  operation: 'createOffer' | 'setLocalDescription',
  outcome: 'limit' | { readonly error: unknown },
): StepFailed {
  const error = errorFacts(outcome === 'limit' ? undefined : outcome.error);
  return new StepFailed({ reason: 'sdp', operation, error });
}
