import type { Unlogged } from '../core/session/log.ts';
import { errorFacts } from './errorFacts.ts';
import type { Peer } from './peer.ts';
import type { SessionOffer } from './request.ts';
import { StepFailed } from './stepFailed.ts';
import { outcomeOf, type WaitLimits, waitUntil } from './waitUntil.ts';

/**
 * Makes the offer and waits until every candidate is in it, or until `limit` ms have passed, as the SDK does: there is
 * no trickle. Reaching the limit is a note, not a failure. Throws StepFailed.
 */
export async function makeOffer(
  { connection, candidates, silence }: Peer,
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
  if (gathered === 'limit') {
    report({ kind: 'note', topic: 'gathering-cut-off', after: limits.limit });
    silence.cutOff();
  }
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
