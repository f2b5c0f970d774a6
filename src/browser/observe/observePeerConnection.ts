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
    ({ candidate }) => candidate && report(candidateEntry('local', candidate.candidate, candidate.sdpMid)),
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

/** Reports each description once, and the candidates inside the remote one: without trickle they come no other way. */
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
      if (side === 'remote') reportRemoteCandidates(sdp, report);
    }
  };
}

function reportRemoteCandidates(sdp: string, report: Report): void {
  for (const section of sdp.split(/^(?=m=)/m).slice(1)) {
    const mid = /^a=mid:(\S+)/m.exec(section)?.[1];
    for (const [, candidate] of section.matchAll(/^a=(candidate:[^\r\n]+)/gm)) {
      if (candidate !== undefined) report(candidateEntry('remote', candidate, mid ?? null));
    }
  }
}

function candidateEntry(side: 'local' | 'remote', candidate: string, mid: string | null): Unlogged {
  return { kind: 'candidate', side, candidate, ...(mid === null ? {} : { mid }) };
}

function observeTrack(track: MediaStreamTrack, report: Report, signal: AbortSignal): void {
  const media = track.kind === 'video' ? 'video' : 'audio';
  report({ kind: 'track', event: 'added', media });
  for (const event of ['mute', 'unmute', 'ended'] as const) {
    track.addEventListener(event, () => report({ kind: 'track', event, media }), { signal });
  }
}
