import type { Unlogged } from '../core/session/log.ts';
import type { StatisticsSample } from '../core/session/readStatistics.ts';
import type { Settings } from '../core/session/settings.ts';
import type { WaitLimits } from '../core/silence/waits.ts';
import { type RTCIceServerLike, urlsOf } from '../core/webrtc/iceServers.ts';
import { errorFacts } from './errorFacts.ts';
import { createLiveSession, type LiveSession } from './liveSession.ts';
import { observeChannel } from './observe/observeChannel.ts';
import { observePeerConnection } from './observe/observePeerConnection.ts';
import { withRemoteCandidates } from './observe/observeRemoteCandidates.ts';
import { observeStatistics, type StatisticsObservation } from './observe/observeStatistics.ts';
import { StepFailed } from './stepFailed.ts';
import { type SilenceWatch, watchSilence } from './watch.ts';

/** The label that the official client SDK uses (orga-contract.md, section d). */
const channelLabel = 'orga-realtime-client-events';

export interface Peer {
  readonly connection: RTCPeerConnection;
  readonly channel: RTCDataChannel;
  readonly statistics: StatisticsObservation;
  readonly silence: SilenceWatch;
  readonly live: LiveSession;
  readonly candidates: readonly RTCIceCandidate[];
  /** aborted by `release` */
  readonly signal: AbortSignal;
  /** Closes the connection, silently: whoever watches it is detached first. */
  release(): void;
}

export interface PeerOptions {
  readonly iceServers: readonly RTCIceServerLike[];
  readonly iceTransportPolicy: Settings['iceTransportPolicy'];
  readonly limits: WaitLimits;
  readonly report: (entry: Unlogged) => string;
  readonly redact: (text: string) => string;
  /** ms since the run began */
  readonly now: () => number;
  readonly sample: ((sample: StatisticsSample) => void) | undefined;
  readonly onStream: ((stream: MediaStream) => void) | undefined;
}

/**
 * A peer connection set up exactly as the client SDK's: one audio transceiver that sends and receives, one video
 * transceiver that sends, no tracks yet, one data channel with default options.
 * Throws StepFailed: `unsupported` without WebRTC, `configuration` where the browser refuses an ICE server, `limit`
 * where it has too many peer connections already.
 */
export function createPeer(options: PeerOptions): Peer {
  const { iceServers, iceTransportPolicy, limits, report, redact, now, sample } = options;
  if (typeof globalThis.RTCPeerConnection !== 'function') {
    throw new StepFailed({ reason: 'unsupported', missing: 'RTCPeerConnection' });
  }
  const connection = construct(iceServers, iceTransportPolicy);
  const detached = new AbortController();
  const { signal } = detached;
  const candidates: RTCIceCandidate[] = [];
  const onCandidate = ({ candidate }: RTCPeerConnectionIceEvent) =>
    candidate?.candidate && candidates.push(candidate);
  connection.addEventListener('icecandidate', onCandidate, { signal });
  const audio = connection.addTransceiver('audio', { direction: 'sendrecv' });
  const video = connection.addTransceiver('video', { direction: 'sendonly' });
  for (const { sender } of [audio, video]) void sender.replaceTrack(null);
  const channel = connection.createDataChannel(channelLabel);
  channel.binaryType = 'arraybuffer';

  const live = createLiveSession({ channel, audio, video, report, redact, signal });
  passOnStream(connection, [live.playback.take, options.onStream], signal);
  const unobserve = [
    observePeerConnection(connection, withRemoteCandidates(report, signal)),
    observeChannel(channel, { report, redact }),
  ];
  const silence = watchSilence(
    { connection, channel },
    {
      servers: iceServers.flatMap(urlsOf),
      relayOnly: iceTransportPolicy === 'relay',
      limits,
      userAgent: navigator.userAgent,
      report,
      now,
    },
    signal,
  );
  const statistics = observeStatistics(connection, {
    report,
    onSample(taken) {
      silence.onSample(taken.sample);
      sample?.(taken.sample);
    },
  });
  return {
    connection,
    channel,
    statistics,
    silence,
    live,
    candidates,
    signal,
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
  } catch (thrown) {
    const error = errorFacts(thrown);
    // Chromium, from the 501st on: "Cannot create so many PeerConnections".
    throw new StepFailed({ reason: error.name === 'UnknownError' ? 'limit' : 'configuration', error });
  }
}

/** One stream for all of the far end's tracks, given away with the first of them. */
function passOnStream(
  connection: RTCPeerConnection,
  takers: readonly (((stream: MediaStream) => void) | undefined)[],
  signal: AbortSignal,
): void {
  const stream = new MediaStream();
  const onTrack = ({ track }: RTCTrackEvent) => {
    const isFirst = stream.getTracks().length === 0;
    stream.addTrack(track);
    if (isFirst) for (const take of takers) take?.(stream);
  };
  connection.addEventListener('track', onTrack, { signal });
}
