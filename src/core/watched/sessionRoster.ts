import type { Endpoint, LogEntry, Unlogged } from '../session/log.ts';
import { createSeries, type Series } from '../session/series.ts';
import type { Settings } from '../session/settings.ts';
import type { SessionStep } from '../session/step.ts';
import type { Fact, ObservedEntry, WatchedPage } from './fact.ts';
import type { PeerFold } from './peerFold.ts';
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

export interface KnownSession extends InferredSession {
  readonly fold: SessionFold;
  readonly log: LogEntry[];
  token?: string;
  /** signature of the servers list that it has */
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

/** The sessions of a page, and which of them something belongs to. Times are ms since the probe began. */
export interface SessionRoster {
  /** in the order in which they began */
  readonly known: readonly KnownSession[];
  ofRequest(request: Extract<Unlogged, { kind: 'request' }>, at: number): KnownSession;
  /** `servers`: signature of the list that the peer connection was given */
  ofPeer(servers: string, at: number): KnownSession;
  /** For what fails before there is a peer connection: its step is the offer. */
  atOffer(at: number): KnownSession;
  /** What came before there was a session is told to the first that comes. */
  keep(entry: ObservedEntry): void;
}

/** As many samples of statistics as the debugger keeps of a run of its own. */
const samples = 1_200;

/** What happened to devices before there was a session: so much at most is kept. */
const mostKept = 10;

/** Several sessions at once are told apart by token and by the ICE user name of their offer. */
export function createSessionRoster(
  page: WatchedPage,
  onEntry?: (session: InferredSession, entry: LogEntry) => void,
): SessionRoster {
  const known: KnownSession[] = [];
  let kept: readonly ObservedEntry[] = [];

  function create(from: SessionStep, at: number, settings: Partial<Settings> = {}): KnownSession {
    const log: LogEntry[] = [];
    const emit = (entry: LogEntry) => {
      log.push(entry);
      onEntry?.(session, entry);
    };
    const number = known.length + 1;
    const fold = foldSession({ number, at, from, settings, page, emit });
    const series = createSeries({ capacity: samples });
    const outcome = () => fold.outcome();
    const session: KnownSession = { number, beganAt: at, log, series, fold, open: 0, outcome };
    known.push(session);
    fold.start();
    for (const entry of kept) fold.report(entry, at);
    kept = [];
    return session;
  }

  const byToken = (token: string | undefined) =>
    token === undefined ? undefined : known.findLast((each) => each.token === token);

  function ofCredentials(endpoint: Exclude<Endpoint, 'ice-config' | 'calls'>, url: string, at: number) {
    const last = known.at(-1);
    // A page may make its peer connection first, and ask for the token then.
    const joins =
      last?.peer !== undefined && isGoing(last) && last.token === undefined && last.called === undefined;
    if (joins) return last;
    const sessionEndpoint = url.replace(/[?#].*/, '');
    return create(
      'token',
      at,
      endpoint === 'session' ? { sessionEndpoint } : { route: 'rest', baseUrl: baseOf(url) },
    );
  }

  return {
    known,
    ofRequest({ endpoint, url, credential, body }, at) {
      if (endpoint === 'session' || endpoint === 'client-secrets') return ofCredentials(endpoint, url, at);
      const token = credential.kind === 'token' ? credential.name : undefined;
      if (endpoint === 'ice-config') {
        const last = known.at(-1);
        const waits = last !== undefined && isGoing(last) && last.servers === undefined ? last : undefined;
        return byToken(token) ?? waits ?? create('ice-config', at, { route: 'rest', baseUrl: baseOf(url) });
      }
      // The ICE user name of the offer tells whose call this is (RFC 8839, section 5.4).
      const ufrag = /a=ice-ufrag:([\w+/]+)/.exec(body ?? '')?.[1];
      const ofOffer = known.findLast(({ peer }) => ufrag !== undefined && peer?.ufrag() === ufrag);
      const uncalled = known.findLast(({ peer, called }) => peer !== undefined && called === undefined);
      return ofOffer ?? uncalled ?? byToken(token) ?? create('call', at);
    },
    ofPeer(servers, at) {
      const free = known.filter((each) => isGoing(each) && each.peer === undefined);
      return free.find((each) => each.servers === servers) ?? free[0] ?? create('offer', at);
    },
    atOffer(at) {
      const free = known.findLast((each) => isGoing(each) && each.peer === undefined);
      const session = free ?? create('offer', at);
      session.fold.begin('offer', at);
      return session;
    },
    keep(entry) {
      kept = [...kept, entry].slice(-mostKept);
    },
  };
}

export function isGoing({ fold }: KnownSession): boolean {
  return fold.outcome() === 'running';
}

/** Two lists of servers are the same one where this is the same. */
export function signature({ servers }: Extract<Unlogged, { kind: 'ice-servers' }>): string {
  return JSON.stringify(servers.map(({ urls, username, credential }) => [urls, username, credential]));
}

/** What stands before the path that is Orga's. */
function baseOf(url: string): string {
  return url.replace(/\/v1\/realtime\/.*/, '');
}
