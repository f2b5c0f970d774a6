import { editAnswer } from './answerEdits.ts';
import { closedPort } from './closedPort.ts';
import {
  blackholed,
  withActiveAnswer,
  withActiveOffer,
  withFlippedFingerprint,
  withOneCandidate,
  withOtherPassword,
  withoutCandidates,
  withoutChannel,
  withPretendedChannel,
} from './farEndSdp.ts';
import type { AnsweredOffer, CalledSession } from './service.ts';
import { playSession } from './sessionChannel.ts';
import { createTone } from './tone.ts';
import type { FarEndFault } from './world.ts';

export interface FarEnd {
  answer(offerSdp: string, session: CalledSession): Promise<AnsweredOffer>;
}

/** Gathering on one machine takes a few ms; without any network it may not end, ms. */
const gatheringLimit = 2000;

/**
 * The peer that answers the offer: a real RTCPeerConnection in this page, without any ICE server.
 * Ends with the signal, or when the other side hangs up.
 */
export function createFarEnd(options: {
  readonly fault?: FarEndFault | undefined;
  readonly signal: AbortSignal;
}): FarEnd {
  const { fault, signal } = options;
  return {
    async answer(offerSdp, session) {
      if (fault?.kind === 'answer') return { answerSdp: fault.sdp };
      const peer = openPeer(signal);
      try {
        await peer.connection.setRemoteDescription({ type: 'offer', sdp: offerForFarEnd(offerSdp, fault) });
        if (fault?.kind === 'no-track') promiseSound(peer.connection);
        else peer.connection.addTrack(peer.tone.track);
        peer.connection.addEventListener('datachannel', ({ channel }) => {
          channel.addEventListener('close', peer.close);
          playSession(channel, session, fault, peer.close);
        });
        await peer.connection.setLocalDescription();
        await gathered(peer.connection, signal);
        const answerSdp = peer.connection.localDescription?.sdp;
        if (answerSdp === undefined) return { unusable: 'the session ended before it was answered' };
        return { answerSdp: answerFromFarEnd(answerSdp, fault) };
      } catch (error) {
        peer.close();
        return { unusable: error instanceof Error ? error.message : String(error) };
      }
    },
  };
}

function openPeer(signal: AbortSignal) {
  const connection = new RTCPeerConnection();
  const tone = createTone();
  const closed = new AbortController();
  const close = (): void => {
    closed.abort();
    tone.stop();
    connection.close();
  };
  signal.addEventListener('abort', close, { signal: closed.signal });
  if (signal.aborted) close();
  connection.addEventListener('connectionstatechange', () => {
    if (connection.connectionState === 'failed') close();
  });
  return { connection, tone, close };
}

/** The answer says sendrecv, and nothing is ever sent. */
function promiseSound(connection: RTCPeerConnection): void {
  for (const transceiver of connection.getTransceivers()) {
    if (transceiver.receiver.track.kind === 'audio') transceiver.direction = 'sendrecv';
  }
}

/** Given our candidates, it would reach us whatever its own answer says: we would connect to a peer-reflexive candidate. */
function offerForFarEnd(sdp: string, fault: FarEndFault | undefined): string {
  switch (fault?.kind) {
    case 'unreachable':
    case 'no-candidates':
    case 'port-low':
    case 'hostname':
    case 'tcp-only':
      return withoutCandidates(sdp);
    case 'no-handshake':
      return withActiveOffer(sdp);
    case 'no-association':
      return withoutChannel(sdp);
    default:
      return sdp;
  }
}

function answerFromFarEnd(sdp: string, fault: FarEndFault | undefined): string {
  switch (fault?.kind) {
    case 'unreachable':
      return blackholed(sdp);
    case 'port-low':
      return withOneCandidate(sdp, 'udp 2113937151 203.0.113.1 9 typ host');
    case 'hostname':
      return withOneCandidate(sdp, 'udp 2113937151 media.orga-ai.invalid 50000 typ host');
    case 'tcp-only':
      return withOneCandidate(sdp, `tcp 1518280447 127.0.0.1 ${closedPort} typ host tcptype passive`);
    case 'bad-password':
      return withOtherPassword(sdp);
    case 'no-candidates':
      return withoutCandidates(sdp);
    case 'wrong-fingerprint':
      return withFlippedFingerprint(sdp);
    case 'refuses-channel':
      return withoutChannel(sdp);
    case 'no-handshake':
      return withActiveAnswer(sdp);
    case 'no-association':
      return withPretendedChannel(sdp);
    case 'tamper':
      return editAnswer(sdp, fault.edits);
    case 'mute':
    case 'closes':
    case 'chatty':
    case 'no-track':
    case 'answer':
    case undefined:
      return sdp;
  }
}

/** There is no trickle: each candidate must stand in the answer. */
async function gathered(connection: RTCPeerConnection, signal: AbortSignal): Promise<void> {
  if (connection.iceGatheringState === 'complete') return;
  const limit = AbortSignal.any([signal, AbortSignal.timeout(gatheringLimit)]);
  await new Promise<void>((resolve) => {
    limit.addEventListener('abort', () => resolve());
    connection.addEventListener('icegatheringstatechange', () => {
      if (connection.iceGatheringState === 'complete') resolve();
    });
  });
}
