import type { Fact, ObservedEntry } from './fact.ts';
import { isGoing, type SessionRoster } from './sessionRoster.ts';

/** What belongs to no peer connection, and what it means for a session. Times are ms since the probe began. */
export interface PeerlessFold {
  /** The peer connection could not be made. */
  noPeer(error: Extract<Fact, { saw: 'no-peer' }>['error'], at: number): void;
  /** Devices, and what else belongs to no peer connection: to the last session that goes on. */
  observe(entry: ObservedEntry, at: number): void;
}

export function foldPeerless(roster: SessionRoster): PeerlessFold {
  return {
    noPeer(error, at) {
      const last = roster.known.at(-1);
      // What a bad reply led to is that reply's failure, whichever of the two is told first.
      if (last?.fold.settle(at) === true) return;
      if (last !== undefined && last.open > 0 && last.peer === undefined) {
        last.refused = error;
        return;
      }
      // Chromium, from the 501st on: "Cannot create so many PeerConnections".
      const reason = error.name === 'UnknownError' ? 'limit' : 'configuration';
      roster.atOffer(at).fold.failConnection('offer', { reason, error }, at);
    },
    observe(entry, at) {
      const last = roster.known.at(-1);
      const goes = last !== undefined && (isGoing(last) || last.outcome() === 'connected');
      if (goes) {
        last.fold.report(entry, at);
        return;
      }
      if (entry.kind !== 'media') return;
      if (entry.event !== 'refused' || entry.device === 'playback') return roster.keep(entry);
      // A page that gets no device often begins no session: this is then all of it.
      const { fold } = roster.atOffer(at);
      fold.report(entry, at);
      const error = entry.error ?? { name: 'Error', message: '' };
      const denied = error.name === 'NotAllowedError' || error.name === 'SecurityError';
      fold.failConnection(
        'offer',
        { reason: denied ? 'permission' : 'device', device: entry.device, error },
        at,
      );
    },
  };
}
