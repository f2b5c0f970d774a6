import { answerFromFarEnd, offerForFarEnd } from './farEndFault.ts';
import type { AnsweredOffer, CalledSession } from './service.ts';
import { playSession, type SessionChannel } from './sessionChannel.ts';
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
          playSession(pageChannel(channel), session, fault, peer.close);
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

function pageChannel(channel: RTCDataChannel): SessionChannel {
  return {
    get readyState() {
      return channel.readyState;
    },
    send: (text) => channel.send(text),
    whenOpen: (open) => channel.addEventListener('open', open, { once: true }),
    whenClosed: (closed) => channel.addEventListener('close', closed, { once: true }),
    whenMessage: (message) => channel.addEventListener('message', ({ data }) => message(data)),
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
