import type { Unlogged } from '../../core/session/log.ts';
import { observeTransports } from './observeTransports.ts';

type Report = (entry: Unlogged) => string;

/**
 * Reports the states, candidates, candidate errors, descriptions and remote tracks of a peer connection, whoever made
 * it. Returns what ends the watching; every listener is gone afterwards.
 */
export function observePeerConnection(connection: RTCPeerConnection, report: Report): () => void {
  const detached = new AbortController();
  const { signal } = detached;
  const on = (event: keyof RTCPeerConnectionEventMap, listener: () => void) =>
    connection.addEventListener(event, listener, { signal });

  const describe = descriptionReporter(connection, report);
  const watchTransports = observeTransports(connection, report, signal);
  on('signalingstatechange', () => {
    report({ kind: 'state', machine: 'signaling', to: connection.signalingState });
    describe();
    watchTransports();
  });
  on('icegatheringstatechange', () =>
    report({ kind: 'state', machine: 'gathering', to: connection.iceGatheringState }),
  );
  on('iceconnectionstatechange', () =>
    report({ kind: 'state', machine: 'ice', to: connection.iceConnectionState }),
  );
  on('connectionstatechange', () => {
    report({ kind: 'state', machine: 'connection', to: connection.connectionState });
    watchTransports();
  });
  connection.addEventListener(
    'icecandidate',
    // The null candidate says no more than the gathering state does.
    (event) => event.candidate && report(localCandidate(event.candidate, event)),
    { signal },
  );
  connection.addEventListener(
    'icecandidateerror',
    ({ url, errorCode, errorText, address, port }) =>
      report({
        kind: 'candidate-error',
        url,
        errorCode,
        errorText,
        ...(address === null ? {} : { address }),
        ...(port === null ? {} : { port }),
      }),
    { signal },
  );
  connection.addEventListener('track', ({ track }) => observeTrack(track, report, signal), { signal });
  return () => detached.abort();
}

/** Reports each description once. */
function descriptionReporter(connection: RTCPeerConnection, report: Report): () => void {
  const reported = { local: '', remote: '' };
  return () => {
    for (const side of ['local', 'remote'] as const) {
      const description = side === 'local' ? connection.localDescription : connection.remoteDescription;
      if (description === null || description.sdp === reported[side]) continue;
      const { type, sdp } = description;
      if (type !== 'offer' && type !== 'answer') continue;
      // The local description grows with each candidate; only its first form is reported here.
      if (side === 'local' && reported.local !== '') continue;
      reported[side] = sdp;
      report({ kind: 'description', side, type, sdp });
    }
  };
}

/** `url` moved from the event to the candidate; TypeScript's DOM library knows it in neither place. */
function localCandidate(candidate: RTCIceCandidate, event: RTCPeerConnectionIceEvent): Unlogged {
  const url = serverOf(event);
  // Chromium leaves the protocol out where it is UDP; the server's URL names it too (RFC 7065).
  const named = candidate.type === 'relay' ? /[?&]transport=(\w+)/.exec(url ?? '')?.[1] : undefined;
  const relayProtocol = textOf(candidate, 'relayProtocol') ?? named;
  return {
    kind: 'candidate',
    side: 'local',
    candidate: candidate.candidate,
    ...(candidate.sdpMid === null ? {} : { mid: candidate.sdpMid }),
    ...(url === undefined ? {} : { url }),
    ...(relayProtocol === undefined ? {} : { relayProtocol }),
  };
}

/** The URL of the ICE server that gave a candidate, where the browser says so. */
export function serverOf(event: RTCPeerConnectionIceEvent): string | undefined {
  return (event.candidate && textOf(event.candidate, 'url')) ?? textOf(event, 'url');
}

function textOf(of: object, key: string): string | undefined {
  const value: unknown = Reflect.get(of, key);
  return typeof value === 'string' && value !== '' ? value : undefined;
}

function observeTrack(track: MediaStreamTrack, report: Report, signal: AbortSignal): void {
  const media = track.kind === 'video' ? 'video' : 'audio';
  report({ kind: 'track', event: 'added', media });
  for (const event of ['mute', 'unmute', 'ended'] as const) {
    track.addEventListener(event, () => report({ kind: 'track', event, media }), { signal });
  }
}
