import { httpFacts } from '../session/httpFacts.ts';
import type { Endpoint, LogEntry, TokenUse, Unlogged } from '../session/log.ts';
import { createSeries, type Series } from '../session/series.ts';
import { readSessionReply } from '../session/sessionReply.ts';
import type { Settings } from '../session/settings.ts';
import type { SessionStep } from '../session/step.ts';
import type { Fact, WatchedPage } from './fact.ts';
import { foldPeer, type PeerFold, patience } from './peerFold.ts';
import { foldSession, type SessionFold, type SessionOutcome } from './sessionFold.ts';

/** A session that was made out among the facts. */
export interface InferredSession {
  /** from 1 */
  readonly number: number;
  /** ms since the probe began */
  readonly beganAt: number;
  /** grows */
  readonly log: readonly LogEntry[];
  readonly series: Series;
  outcome(): SessionOutcome;
}

export interface Inference {
  /** Facts come in the order of their time. */
  take(fact: Fact): void;
  /** Time passes without a fact: silences are told, limits reached. ms since the probe began. */
  pass(at: number): void;
  sessions(): readonly InferredSession[];
}

/** As many samples of statistics as the debugger keeps of a run of its own. */
const samples = 1_200;

/** A body of this many characters was cut: what it lacks proves nothing. */
const mostKept = 64 * 1024;

interface Known extends InferredSession {
  readonly fold: SessionFold;
  readonly log: LogEntry[];
  token?: string;
  servers?: string;
  peer?: PeerFold;
  called?: true;
  /** requests under way */
  open: number;
  /** clocks of the last sample */
  sampled?: { readonly at: number; readonly wall: number };
  /** the peer connection could not be made, while a request was under way that may tell why */
  refused?: Extract<Fact, { saw: 'no-peer' }>['error'];
}

interface Asked {
  readonly session: Known;
  readonly request: Extract<Unlogged, { kind: 'request' }>;
  readonly step: SessionStep;
  response?: { readonly id: string; readonly entry: Extract<Unlogged, { kind: 'response' }> };
  servers?: Extract<Unlogged, { kind: 'ice-servers' }>;
}

const stepOf: Readonly<Record<Endpoint, SessionStep>> = {
  session: 'token',
  'client-secrets': 'token',
  'ice-config': 'ice-config',
  calls: 'call',
};

/**
 * Makes sessions out of what was seen in a page: in the client SDK's order (session endpoint, offer, call), or another;
 * several at once are told apart by token and by the ICE user name of their offer. Pure: the same facts, the same logs.
 */
export function inferSessions(
  page: WatchedPage,
  onEntry?: (session: InferredSession, entry: LogEntry) => void,
): Inference {
  const known: Known[] = [];
  const peers = new Map<number, PeerFold>();
  const asked = new Map<string, Asked>();
  const tokens = new Map<string, Extract<Unlogged, { kind: 'token' }>>();
  const uses = new Map<string, { endpoint: Endpoint; status: number; at: number; session: Known }[]>();
  const ofPeer = new Map<number, Known>();
  let media: Extract<Fact, { saw: 'entry' }>['entry'][] = [];

  function create(from: SessionStep, at: number, settings: Partial<Settings> = {}): Known {
    const log: LogEntry[] = [];
    const emit = (entry: LogEntry) => {
      log.push(entry);
      onEntry?.(session, entry);
    };
    const number = known.length + 1;
    const fold = foldSession({ number, at, from, settings, page, emit });
    const series = createSeries({ capacity: samples });
    const session: Known = { number, beganAt: at, log, series, fold, open: 0, outcome: () => fold.outcome() };
    known.push(session);
    fold.start();
    for (const entry of media) fold.report(entry, at);
    media = [];
    return session;
  }

  const isGoing = ({ fold }: Known) => fold.outcome() === 'running';
  const byToken = (token: string | undefined) =>
    token === undefined ? undefined : known.findLast((each) => each.token === token);

  function sessionOf(request: Asked['request'], at: number): Known {
    const { endpoint, url, credential, body } = request;
    const last = known.at(-1);
    if (endpoint === 'session' || endpoint === 'client-secrets') {
      // A page may make its peer connection first, and ask for the token then.
      const joins =
        last?.peer !== undefined && isGoing(last) && last.token === undefined && last.called === undefined;
      if (joins) return last;
      const sessionEndpoint = url.replace(/[?#].*$/, '');
      return create(
        'token',
        at,
        endpoint === 'session' ? { sessionEndpoint } : { route: 'rest', baseUrl: baseOf(url) },
      );
    }
    const token = credential.kind === 'token' ? credential.name : undefined;
    if (endpoint === 'ice-config') {
      const waits = last !== undefined && isGoing(last) && last.servers === undefined ? last : undefined;
      return byToken(token) ?? waits ?? create('ice-config', at, { route: 'rest', baseUrl: baseOf(url) });
    }
    // The ICE user name of the offer tells whose call this is (RFC 8839, section 5.4).
    const ufrag = /a=ice-ufrag:([\w+/]+)/.exec(body ?? '')?.[1];
    const ofOffer = known.findLast(({ peer }) => ufrag !== undefined && peer?.ufrag() === ufrag);
    const uncalled = known.findLast(({ peer, called }) => peer !== undefined && called === undefined);
    return ofOffer ?? uncalled ?? byToken(token) ?? create('call', at);
  }

  /** What is known of a credential from outside of its session's own log. */
  function tellOfToken(session: Known, token: string, at: number): void {
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

  function ask(request: Asked['request'], at: number): void {
    const session = sessionOf(request, at);
    const step = stepOf[request.endpoint];
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
  }

  function answer(entry: Extract<Unlogged, { kind: 'response' }>, at: number): void {
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
  }

  function endRequest(fact: Extract<Fact, { saw: 'request-end' }>): void {
    const exchange = asked.get(fact.request);
    if (exchange === undefined) return;
    asked.delete(fact.request);
    const { session, step, servers } = exchange;
    const { fold } = session;
    const { at } = fact;
    session.open -= 1;
    const told = judge(exchange, fact);
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
      if (told === undefined) return noPeer(refused, at);
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
  }

  function stopIfClosed(session: Known, at: number): void {
    if (session.peer?.closed() === true && session.open === 0) session.fold.stop(at);
  }

  /** The id of the entry that tells what is wrong with what came back; undefined where all is well. */
  function judge(
    { session, request, step, response }: Asked,
    fact: Extract<Fact, { saw: 'request-end' }>,
  ): string | undefined {
    const { request: id, endpoint, method, url } = request;
    const text = response?.entry.body ?? '';
    const status = response?.entry.status;
    const contentType = response?.entry.headers['content-type'];
    const read = status === undefined ? undefined : readSessionReply(endpoint, status, contentType, text);
    const isWhole = text.length < mostKept;
    const unread =
      read?.ok === false && (isWhole || read.failure.reason === 'http') ? read.failure : undefined;
    // A reply that broke off is judged by what came of it.
    const brokeOff = fact.failure?.reason === 'unreachable' && unread !== undefined;
    const failure = brokeOff ? unread : (fact.failure ?? unread);
    if (failure === undefined) return undefined;
    const correlationId = response?.entry.correlationId;
    return session.fold.report(
      {
        kind: 'rest-error',
        step,
        request: { id, endpoint, method, url },
        failure,
        ...(status === undefined ? {} : { http: httpFacts({ status, contentType, text }, failure) }),
        ...(correlationId === undefined ? {} : { correlationId }),
        ...(response === undefined ? {} : { response: response.id }),
      },
      fact.at,
    );
  }

  function adopt(fact: Extract<Fact, { saw: 'peer' }>): void {
    const { at, peer, servers } = fact;
    const free = known.filter((each) => isGoing(each) && each.peer === undefined);
    const session =
      free.find((each) => each.servers === signature(servers)) ?? free[0] ?? create('offer', at);
    session.fold.begin('offer', at);
    if (session.servers !== signature(servers) || servers.policy === 'relay') {
      session.servers = signature(servers);
      session.fold.report(servers, at);
    }
    session.peer = foldPeer(fact, session.fold, page, () => session.open > 0);
    peers.set(peer, session.peer);
    ofPeer.set(peer, session);
  }

  /** For what fails before there is a peer connection. */
  function atOffer(at: number): Known {
    const session = known.findLast((each) => isGoing(each) && each.peer === undefined) ?? create('offer', at);
    session.fold.begin('offer', at);
    return session;
  }

  function noPeer(error: Extract<Fact, { saw: 'no-peer' }>['error'], at: number): void {
    const last = known.at(-1);
    // What a bad reply led to is that reply's failure, whichever of the two is told first.
    if (last?.fold.settle(at) === true) return;
    if (last !== undefined && last.open > 0 && last.peer === undefined) {
      last.refused = error;
      return;
    }
    // Chromium, from the 501st on: "Cannot create so many PeerConnections".
    const reason = error.name === 'UnknownError' ? 'limit' : 'configuration';
    atOffer(at).fold.failConnection('offer', { reason, error }, at);
  }

  /** Devices, and what else belongs to no peer connection: to the last session that goes on. */
  function observe(entry: Extract<Fact, { saw: 'entry' }>['entry'], at: number): void {
    if (entry.kind === 'request') return ask(entry, at);
    if (entry.kind === 'response') return answer(entry, at);
    const last = known.at(-1);
    const goes = last !== undefined && (isGoing(last) || last.outcome() === 'connected');
    if (goes) {
      last.fold.report(entry, at);
      return;
    }
    if (entry.kind !== 'media') return;
    if (entry.event !== 'refused' || entry.device === 'playback') {
      media = [...media, entry].slice(-mostMedia);
      return;
    }
    // A page that gets no device often begins no session: this is then all of it.
    const { fold } = atOffer(at);
    fold.report(entry, at);
    const error = entry.error ?? { name: 'Error', message: '' };
    const denied = error.name === 'NotAllowedError' || error.name === 'SecurityError';
    fold.failConnection(
      'offer',
      { reason: denied ? 'permission' : 'device', device: entry.device, error },
      at,
    );
  }

  /** The wall clock went on while the other stood, or both went on and nothing was sampled meanwhile. */
  function tellOfSleep(session: Known, { at, wall }: Extract<Fact, { saw: 'sample' }>): void {
    const { sampled } = session;
    session.sampled = { at, wall };
    if (sampled === undefined) return;
    const passed = { wallClock: wall - sampled.wall, monotonic: at - sampled.at };
    if (passed.wallClock - passed.monotonic > leastSleep || passed.monotonic > leastSleepHidden)
      session.fold.report({ kind: 'sleep', ...passed, late: passed.monotonic }, at);
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
      case 'request-end':
        return endRequest(fact);
      case 'token': {
        const exchange = asked.get(fact.request);
        if (exchange === undefined) return;
        tokens.set(fact.entry.token, fact.entry);
        exchange.session.token = fact.entry.token;
        exchange.session.fold.report(fact.entry, fact.at);
        return;
      }
      case 'ice-servers': {
        const exchange = asked.get(fact.request);
        if (exchange !== undefined) exchange.servers = fact.entry;
        return;
      }
      case 'peer':
        return adopt(fact);
      case 'no-peer':
        return noPeer(fact.error, fact.at);
      case 'peer-answer':
      case 'peer-refusal':
      case 'peer-closed':
        return peers.get(fact.peer)?.take(fact);
    }
  }

  function pass(at: number): void {
    for (;;) {
      const waiting = known.flatMap(({ fold, peer }) => (peer === undefined ? [fold] : [fold, peer]));
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
    sessions: () => known,
  };
}

/** Clocks that part by less are no sleep; a hidden page’s timers may be held back by up to a minute, ms. */
const leastSleep = 3_000;
const leastSleepHidden = 65_000;

/** What happened to devices before there was a session is told to the first that comes, so much at most. */
const mostMedia = 10;

function signature({ servers }: Extract<Unlogged, { kind: 'ice-servers' }>): string {
  return JSON.stringify(servers.map(({ urls, username, credential }) => [urls, username, credential]));
}

/** What stands before the path that is Orga's. */
function baseOf(url: string): string {
  return url.replace(/\/v1\/realtime\/.*$/, '');
}
