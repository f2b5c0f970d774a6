import type { LogEntry } from '../session/log.ts';
import { foldExchanges } from './exchangeFold.ts';
import type { Fact, ObservedEntry, WatchedPage } from './fact.ts';
import { foldPeer, type PeerFold } from './peerFold.ts';
import { foldPeerless } from './peerlessFold.ts';
import type { SessionFold } from './sessionFold.ts';
import { createSessionRoster, type InferredSession, type KnownSession, signature } from './sessionRoster.ts';
import { tellOfSleep } from './tellOfSleep.ts';

export interface Inference {
  /** Facts come in the order of their time. */
  take(fact: Fact): void;
  /** Time passes without a fact: silences are told, limits reached. ms since the probe began. */
  pass(at: number): void;
  sessions(): readonly InferredSession[];
}

/**
 * Makes sessions out of what was seen in a page: in the client SDK's order (session endpoint, offer, call), or another;
 * several at once are told apart by token and by the ICE user name of their offer. Pure: the same facts, the same logs.
 */
export function inferSessions(
  page: WatchedPage,
  onEntry?: (session: InferredSession, entry: LogEntry) => void,
): Inference {
  const roster = createSessionRoster(page, onEntry);
  const peerless = foldPeerless(roster);
  const exchanges = foldExchanges(roster, peerless);
  const peers = new Map<number, PeerFold>();
  const ofPeer = new Map<number, KnownSession>();

  function adopt(fact: Extract<Fact, { saw: 'peer' }>): void {
    const { at, peer, servers } = fact;
    const given = signature(servers);
    const session = roster.ofPeer(given, at);
    session.fold.begin('offer', at);
    if (session.servers !== given || servers.policy === 'relay') {
      session.servers = given;
      session.fold.report(servers, at);
    }
    session.peer = foldPeer(fact, session.fold, page, () => session.open > 0);
    peers.set(peer, session.peer);
    ofPeer.set(peer, session);
  }

  function observe(entry: ObservedEntry, at: number): void {
    if (entry.kind === 'request') exchanges.ask(entry, at);
    else if (entry.kind === 'response') exchanges.answer(entry, at);
    else peerless.observe(entry, at);
  }

  function apply(fact: Fact): void {
    switch (fact.saw) {
      case 'entry':
        if (fact.peer === undefined) observe(fact.entry, fact.at);
        else peers.get(fact.peer)?.take(fact);
        return;
      case 'sample': {
        const session = ofPeer.get(fact.peer);
        if (session === undefined) return;
        session.series.add(fact.at - session.beganAt, fact.values);
        tellOfSleep(session, fact);
        peers.get(fact.peer)?.take(fact);
        return;
      }
      case 'token':
      case 'ice-servers':
        return exchanges.took(fact);
      case 'request-end':
        return exchanges.end(fact);
      case 'peer':
        return adopt(fact);
      case 'no-peer':
        return peerless.noPeer(fact.error, fact.at);
      case 'peer-answer':
      case 'peer-refusal':
      case 'peer-closed':
        return peers.get(fact.peer)?.take(fact);
    }
  }

  function pass(at: number): void {
    for (;;) {
      const waiting = roster.known.flatMap(({ fold, peer }) => (peer === undefined ? [fold] : [fold, peer]));
      let first: { readonly due: number; readonly who: Pick<SessionFold, 'pass'> } | undefined;
      for (const who of waiting) {
        const due = who.next();
        if (due !== undefined && due <= at && (first === undefined || due < first.due)) first = { due, who };
      }
      if (first === undefined) return;
      first.who.pass(first.due);
    }
  }

  return {
    take(fact) {
      pass(fact.at);
      apply(fact);
    },
    pass,
    sessions: () => roster.known,
  };
}
