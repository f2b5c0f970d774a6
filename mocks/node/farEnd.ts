import type { RTCDataChannel, RTCPeerConnection } from 'werift';
import { answerFromFarEnd, offerForFarEnd } from '../farEndFault.ts';
import type { AnsweredOffer, CalledSession } from '../service.ts';
import { playSession, type SessionChannel } from '../sessionChannel.ts';
import type { FarEndFault } from '../world.ts';
import type { FarEnds } from './farEnds.ts';
import { playSilence } from './silence.ts';

/** Gathering on one machine takes a few ms, ms. */
const gatheringLimit = 2000;
/** A caller that never connects, or goes away without a word, is waited for this long, ms. */
const connectLimit = 30_000;

interface Call {
  readonly sdp: string;
  readonly session: CalledSession;
  readonly fault: FarEndFault | undefined;
  /** aborts when the world ends */
  readonly signal: AbortSignal;
  readonly farEnds: FarEnds;
}

/** Answers the offer with a real peer in Node, which ends with the signal or when the other side hangs up. */
export async function answerOffer(call: Call): Promise<AnsweredOffer> {
  if (call.fault?.kind === 'answer') return { answerSdp: call.fault.sdp };
  if (!call.sdp.startsWith('v=0')) return { unusable: 'it does not begin with v=0' };
  const answered = await call.farEnds.open(() => answerWithPeer(call));
  return answered ?? { busy: 'The simulator has as many sessions open as it can.' };
}

async function answerWithPeer({ sdp, session, fault, signal, farEnds }: Call): Promise<AnsweredOffer> {
  // Only a call needs the peer: everything else starts sooner without it.
  const werift = await import('werift');
  if (signal.aborted) return { unusable: 'the session ended before it was answered' };
  const connection = new werift.RTCPeerConnection({
    iceServers: [],
    iceUseIpv6: false,
    // Browsers on the same machine reach it whichever way they go: some never try loopback.
    iceAdditionalHostAddresses: ['127.0.0.1'],
  });
  const peer = watchPeer(connection, signal, farEnds.begun());
  try {
    connection.onDataChannel.subscribe((channel) => {
      channel.stateChanged.subscribe((state) => {
        if (state === 'closed') peer.close();
      });
      // Who hangs up resets the stream first, so that the other side hears of it at once (RFC 8831, section 6.7).
      playSession(nodeChannel(channel), session, fault, () => channel.close());
    });
    await connection.setRemoteDescription({ type: 'offer', sdp: openEnded(offerForFarEnd(sdp, fault)) });
    // With an empty list of servers werift asks one of Google's.
    for (const { connection: ice } of connection.iceTransports) Reflect.set(ice, 'stunServer', undefined);
    peer.whenClosed(playSilence(connection, werift));
    await connection.setLocalDescription(await connection.createAnswer());
    await gathered(connection);
    const answerSdp = connection.localDescription?.sdp;
    if (answerSdp === undefined) return { unusable: 'the session ended before it was answered' };
    return { answerSdp: answerFromFarEnd(answerSdp, fault) };
  } catch (error) {
    peer.close();
    return { unusable: error instanceof Error ? error.message : String(error) };
  }
}

/**
 * Firefox says that its candidates end, and hides them behind .local names that no process looks up: werift would give up
 * before the browser's first check has come.
 */
function openEnded(offer: string): string {
  return offer.replace(/^a=end-of-candidates\r?\n/gm, '');
}

function watchPeer(connection: RTCPeerConnection, signal: AbortSignal, ended: () => void) {
  const endings = [ended];
  let isClosed = false;
  const close = (): void => {
    if (isClosed) return;
    isClosed = true;
    clearTimeout(timer);
    signal.removeEventListener('abort', close);
    for (const end of endings) end();
    // It may meet sockets that are closed already: nobody is left to care.
    connection.close().catch(() => undefined);
  };
  const timer = setTimeout(() => {
    // Its connectionState waits for the channel as well, which one side may have refused.
    if (!['connected', 'completed'].includes(connection.iceConnectionState)) close();
  }, connectLimit);
  signal.addEventListener('abort', close);
  connection.connectionStateChange.subscribe((state) => {
    if (state === 'failed' || state === 'closed' || state === 'disconnected') close();
  });
  return { close, whenClosed: (end: () => void) => endings.push(end) };
}

function nodeChannel(channel: RTCDataChannel): SessionChannel {
  return {
    get readyState() {
      return channel.readyState;
    },
    send: (text) => channel.send(text),
    whenOpen: (open) => {
      channel.stateChanged.subscribe((state) => {
        if (state === 'open') open();
      });
    },
    whenClosed: (closed) => {
      channel.stateChanged.subscribe((state) => {
        if (state === 'closed') closed();
      });
    },
    whenMessage: (message) => {
      channel.onMessage.subscribe((data) => message(typeof data === 'string' ? data : data.toString()));
    },
  };
}

/** There is no trickle: each candidate must stand in the answer. */
async function gathered(connection: RTCPeerConnection): Promise<void> {
  if (connection.iceGatheringState === 'complete') return;
  await new Promise<void>((resolve) => {
    const timer = setTimeout(resolve, gatheringLimit);
    connection.iceGatheringStateChange.subscribe((state) => {
      if (state !== 'complete') return;
      clearTimeout(timer);
      resolve();
    });
  });
}
