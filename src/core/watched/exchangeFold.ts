import type { Endpoint, TokenUse, Unlogged } from '../session/log.ts';
import { stepOfEndpoint } from '../session/stepOfEndpoint.ts';
import type { Fact } from './fact.ts';
import { judgeReply, type WatchedExchange } from './judgeReply.ts';
import { patience } from './peerFold.ts';
import type { PeerlessFold } from './peerlessFold.ts';
import { type KnownSession, type SessionRoster, signature } from './sessionRoster.ts';

/** The requests of a page, and what their replies mean for its sessions. Times are ms since the probe began. */
export interface ExchangeFold {
  ask(request: WatchedExchange['request'], at: number): void;
  answer(response: Extract<Unlogged, { kind: 'response' }>, at: number): void;
  /** What was read in a reply. */
  took(fact: Extract<Fact, { saw: 'token' | 'ice-servers' }>): void;
  end(fact: Extract<Fact, { saw: 'request-end' }>): void;
}

export function foldExchanges(roster: SessionRoster, peerless: Pick<PeerlessFold, 'noPeer'>): ExchangeFold {
  const asked = new Map<string, WatchedExchange>();
  const tokens = new Map<string, Extract<Unlogged, { kind: 'token' }>>();
  const uses = new Map<string, { endpoint: Endpoint; status: number; at: number; session: KnownSession }[]>();

  /** What is known of a credential from outside of its session's own log. */
  function tellOfToken(session: KnownSession, token: string, at: number): void {
    const received = tokens.get(token);
    if (session.token !== token && received !== undefined) {
      session.token = token;
      session.fold.report({ ...received, from: 'carried' }, at);
    }
    const earlier = (uses.get(token) ?? []).filter((use) => use.session !== session);
    if (earlier.length === 0) return;
    const told: TokenUse[] = earlier.map((use) => ({
      endpoint: use.endpoint,
      status: use.status,
      ago: at - use.at,
    }));
    session.fold.report({ kind: 'token-history', token, uses: told }, at);
  }

  return {
    ask(request, at) {
      const session = roster.ofRequest(request, at);
      const step = stepOfEndpoint[request.endpoint];
      const { credential, endpoint } = request;
      asked.set(request.request, { session, request, step });
      session.open += 1;
      if (endpoint === 'calls') {
        session.called = true;
        session.peer?.calling(at);
      }
      if (endpoint !== 'session' && credential.kind === 'token' && credential.name !== undefined)
        tellOfToken(session, credential.name, at);
      session.fold.begin(step, at);
      session.fold.report({ ...request, step }, at);
    },
    answer(entry, at) {
      const exchange = asked.get(entry.request);
      if (exchange === undefined) return;
      const { session, request, step } = exchange;
      exchange.response = { id: session.fold.report({ ...entry, step }, at), entry };
      const { kind, name } = request.credential;
      if (kind !== 'token' || name === undefined) return;
      uses.set(name, [
        ...(uses.get(name) ?? []),
        { endpoint: request.endpoint, status: entry.status, at, session },
      ]);
    },
    took(fact) {
      const exchange = asked.get(fact.request);
      if (exchange === undefined) return;
      if (fact.saw === 'ice-servers') {
        exchange.servers = fact.entry;
        return;
      }
      tokens.set(fact.entry.token, fact.entry);
      exchange.session.token = fact.entry.token;
      exchange.session.fold.report(fact.entry, fact.at);
    },
    end(fact) {
      const exchange = asked.get(fact.request);
      if (exchange === undefined) return;
      asked.delete(fact.request);
      const { session, step, servers } = exchange;
      const { fold } = session;
      const { at } = fact;
      session.open -= 1;
      const told = judgeReply(exchange, fact);
      if (told === undefined) fold.done(step, at);
      // The session endpoint hands the servers out with the token.
      const both = exchange.request.endpoint === 'session' && told === undefined;
      if (both && fold.present() === 'token') fold.begin('ice-config', at);
      if (servers !== undefined) {
        session.servers = signature(servers);
        fold.report(servers, at);
      }
      if (both) fold.seen('ice-config', at);
      const { refused } = session;
      if (refused !== undefined && session.open === 0) {
        delete session.refused;
        if (told === undefined) return peerless.noPeer(refused, at);
        fold.fail(step, told, at);
        fold.settle(at);
        return;
      }
      // The page went on before this request had ended: it took no offence.
      if (told === undefined || fold.present() !== step) return stopIfClosed(session, at);
      const { failure } = fact;
      // Aborted at once: the page changed its mind.
      if (fact.aborted === true && failure?.reason === 'timeout' && failure.limit < patience) fold.stop(at);
      else fold.fail(step, told, at);
    },
  };
}

function stopIfClosed(session: KnownSession, at: number): void {
  if (session.peer?.closed() === true && session.open === 0) session.fold.stop(at);
}
