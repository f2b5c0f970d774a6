import type { RequestFaults } from '../core/session/alteration.ts';
import type { Unlogged } from '../core/session/log.ts';
import type { SessionAnswer } from './connection.ts';
import { errorFacts } from './errorFacts.ts';
import { roomForPeers } from './roomForPeers.ts';
import { StepFailed } from './stepFailed.ts';
import { pause } from './waitUntil.ts';

export type PeerFault = NonNullable<RequestFaults['peer']>;

/** More than any browser allows: Chromium stops at 500 (failures.md, pc.limit). */
const tooMany = 600;

/** So many at a time, then the page may breathe. */
const portion = 25;

/**
 * Makes as many peer connections as the browser allows, as a page does that never closes one. Returns what makes room
 * again, so that the next run finds a browser as it should be.
 */
export async function exhaustPeers(signal: AbortSignal): Promise<() => Promise<void>> {
  const made: RTCPeerConnection[] = [];
  try {
    while (made.length < tooMany) {
      made.push(new RTCPeerConnection());
      if (made.length % portion === 0) await pause(1, signal);
    }
  } catch {
    // The limit is reached, or the run was stopped: whoever makes the next one hears about it.
  }
  return async () => {
    for (const connection of made.splice(0)) connection.close();
    await roomForPeers();
  };
}

/** Applies the answer, with what the debugger gets wrong on purpose around it. Rejects as the browser does. */
export async function applyAnswer(
  connection: RTCPeerConnection,
  answer: SessionAnswer,
  fault: PeerFault | undefined,
  report: (entry: Unlogged) => string,
): Promise<void> {
  // An answer of an unknown type is the browser's to refuse, which it does by a TypeError.
  const set = (type: string) =>
    connection.setRemoteDescription({ type: type as RTCSdpType, sdp: answer.sdp });
  switch (fault) {
    case undefined:
    case 'many-peers':
      return set(answer.type);
    case 'answer-twice':
      await set(answer.type);
      return set(answer.type);
    case 'answer-type':
      return set('anwser');
    case 'offer-to-offer':
      // The browser silently takes its own offer back, and then waits for no answer any more.
      await connection.setRemoteDescription(await anotherOffer());
      return set(answer.type);
    case 'candidate-early':
      await addCandidate(connection, candidateIn(answer.sdp), report);
      return set(answer.type);
    case 'candidate-garbage':
      await set(answer.type);
      return addCandidate(connection, 'candidate:garbage', report);
  }
}

async function addCandidate(
  connection: RTCPeerConnection,
  candidate: string,
  report: (entry: Unlogged) => string,
): Promise<void> {
  report({ kind: 'candidate', side: 'remote', candidate, mid: '0' });
  try {
    await connection.addIceCandidate({ candidate, sdpMid: '0', sdpMLineIndex: 0 });
  } catch (error) {
    throw new StepFailed({ reason: 'candidate', error: errorFacts(error) });
  }
}

/** The answer's own first candidate or, where it has none, one that leads nowhere (RFC 5737). */
function candidateIn(sdp: string): string {
  const [, candidate] = /^a=(candidate:.*?)\r?$/m.exec(sdp) ?? [];
  return candidate ?? 'candidate:1 1 udp 2113937151 203.0.113.1 50000 typ host';
}

/** An offer as the far end would make one that calls at the same moment. */
async function anotherOffer(): Promise<RTCSessionDescriptionInit> {
  const other = new RTCPeerConnection();
  try {
    other.addTransceiver('audio');
    other.createDataChannel('glare');
    return await other.createOffer();
  } finally {
    other.close();
  }
}
