import { expect, test } from 'vitest';
import type { Unlogged } from '../session/log.ts';
import { foldExchanges } from './exchangeFold.ts';
import type { Fact } from './fact.ts';
import { foldPeer } from './peerFold.ts';
import { foldPeerless } from './peerlessFold.ts';
import { createSessionRoster } from './sessionRoster.ts';
import { linesOf, page, peerFact, requestOf, responseOf } from './testing/watchedFacts.ts';

type End = Extract<Fact, { saw: 'request-end' }>;

const tokenEntry = { kind: 'token', token: 'token#1', from: 'session', step: 'token', wallClock: 5 } as const;
const serversEntry: Extract<Unlogged, { kind: 'ice-servers' }> = {
  kind: 'ice-servers',
  from: 'session',
  step: 'ice-config',
  servers: [{ urls: ['stun:s.example'] }],
  leftOut: [],
};
const good = '{"ephemeralToken":"token#1","iceServers":[]}';
const answered = '{"conversation_id":"c1","answer":{"type":"answer","sdp":"v=0\\r\\n"}}';

/** The requests of a page, and the log of its first session without its begin. */
function requests() {
  const roster = createSessionRoster(page);
  const exchanges = foldExchanges(roster, foldPeerless(roster));
  const end = (at: number, request: string, more: Partial<End> = {}) =>
    exchanges.end({ at, saw: 'request-end', request, ...more });
  const lines = (session = 0) =>
    linesOf(roster.known[session]?.log.slice(1) ?? []).map((line) => line.replace(/ headers=.*/, ''));
  return { roster, exchanges, end, lines };
}

/** The session endpoint was asked at 100 ms and has answered at 140. */
function withToken(more: Partial<Extract<Unlogged, { kind: 'ice-servers' }>> = {}) {
  const made = requests();
  made.exchanges.ask(requestOf('r1', 'session'), 100);
  made.exchanges.answer(responseOf('r1', 200, good), 130);
  made.exchanges.took({ at: 135, saw: 'token', request: 'r1', entry: tokenEntry });
  made.exchanges.took({ at: 135, saw: 'ice-servers', request: 'r1', entry: { ...serversEntry, ...more } });
  made.end(140, 'r1');
  return made;
}

test('the session endpoint hands out the token, and the servers together with it', () => {
  const { roster, lines } = withToken();
  expect(lines()).toEqual([
    'e2 0 #1 token step state=running',
    'e3 0 #1 token request request=r1 endpoint=session method=GET url=https://app.example/api/session?u=1',
    'e4 30 #1 token response request=r1 status=200 statusText=',
    'e5 35 #1 token token token=token#1 from=session wallClock=5',
    'e6 40 #1 token step state=done took=40',
    'e7 40 #1 ice-config step state=running',
    'e8 40 #1 ice-config ice-servers from=session servers=[{"urls":["stun:s.example"]}] leftOut=[]',
    'e9 40 #1 ice-config step state=done took=0',
  ]);
  expect(roster.known).toMatchObject([
    { token: 'token#1', servers: '[[["stun:s.example"],null,null]]', open: 0 },
  ]);
});

test('the service hands the token out alone', () => {
  const { roster, exchanges, end, lines } = requests();
  exchanges.ask(requestOf('r1', 'client-secrets'), 100);
  expect(roster.known[0]?.open).toBe(1);
  exchanges.answer(responseOf('r1', 200, '{"ephemeral_token":"token#1"}'), 130);
  end(140, 'r1');
  expect(lines().slice(-1)).toEqual(['e5 40 #1 token step state=done took=40']);
});

test('a session endpoint without servers has done both steps', () => {
  const { exchanges, end, lines } = requests();
  exchanges.ask(requestOf('r1', 'session'), 100);
  exchanges.answer(responseOf('r1', 200, good), 130);
  end(140, 'r1');
  expect(lines().slice(3)).toEqual([
    'e5 40 #1 token step state=done took=40',
    'e6 40 #1 ice-config step state=running',
    'e7 40 #1 ice-config step state=done took=0',
  ]);
});

test('a page that went on before all of the reply had come does not go back', () => {
  const { roster, exchanges, end, lines } = requests();
  exchanges.ask(requestOf('r1', 'session'), 100);
  exchanges.answer(responseOf('r1', 200, good), 130);
  roster.known[0]?.fold.begin('offer', 135);
  end(140, 'r1');
  expect(lines().slice(3)).toEqual([
    'e5 35 #1 token step state=done took=35',
    'e6 35 #1 ice-config step state=skipped',
    'e7 35 #1 offer step state=running',
    'e8 40 #1 ice-config step state=done',
  ]);
});

test('a bad reply fails its step after a while, and hands nothing out', () => {
  const { roster, exchanges, end, lines } = requests();
  exchanges.ask(requestOf('r1', 'session'), 100);
  exchanges.answer(responseOf('r1', 500, ''), 130);
  end(140, 'r1');
  expect(roster.known[0]?.fold.next()).toBe(390);
  roster.known[0]?.fold.pass(390);
  expect(lines().slice(3)).toEqual([
    expect.stringMatching(/^e5 40 #1 token rest-error /),
    'e6 290 #1 token step state=failed took=290 failedBy=e5',
    'e7 290 #1 - run state=failed by=failure',
  ]);
});

test('a bad reply that the page did not wait for fails nothing', () => {
  const { roster, exchanges, end } = requests();
  exchanges.ask(requestOf('r1', 'session'), 100);
  exchanges.answer(responseOf('r1', 500, ''), 130);
  roster.known[0]?.fold.begin('offer', 135);
  end(140, 'r1');
  expect([roster.known[0]?.fold.next(), roster.known[0]?.outcome()]).toEqual([undefined, 'running']);
});

test('servers that the reply named are known even where the token is missing', () => {
  const { roster, exchanges, end } = requests();
  exchanges.ask(requestOf('r1', 'session'), 100);
  exchanges.answer(responseOf('r1', 200, '{"iceServers":[]}'), 130);
  exchanges.took({ at: 135, saw: 'ice-servers', request: 'r1', entry: serversEntry });
  end(140, 'r1');
  expect(roster.known[0]?.servers).toBe('[[["stun:s.example"],null,null]]');
});

test('a page that aborts within two seconds changed its mind, one that aborts later gave up', () => {
  const outcomeAfter = (limit: number) => {
    const { roster, exchanges, end } = requests();
    exchanges.ask(requestOf('r1', 'calls'), 100);
    end(100 + limit, 'r1', { failure: { reason: 'timeout', limit, phase: 'headers' }, aborted: true });
    return roster.known[0]?.outcome();
  };
  expect(outcomeAfter(1999)).toBe('stopped');
  expect(outcomeAfter(2000)).toBe('failed');
});

test('a silence that the page did not end itself is a failure however short, and so is a short refusal', () => {
  const outcomeOf = (failure: NonNullable<End['failure']>, aborted?: true) => {
    const { roster, exchanges, end } = requests();
    exchanges.ask(requestOf('r1', 'calls'), 100);
    end(150, 'r1', { failure, ...(aborted === undefined ? {} : { aborted }) });
    return roster.known[0]?.outcome();
  };
  const timeout = { reason: 'timeout', limit: 50, phase: 'headers' } as const;
  const unreachable = { reason: 'unreachable', error: { name: 'TypeError', message: 'no' } } as const;
  expect(outcomeOf(timeout, true)).toBe('stopped');
  expect(outcomeOf(timeout)).toBe('failed');
  expect(outcomeOf(unreachable, true)).toBe('failed');
});

test('what nobody asked for is not answered', () => {
  const { roster, exchanges, end } = requests();
  exchanges.answer(responseOf('r9', 200, good), 130);
  exchanges.took({ at: 135, saw: 'token', request: 'r9', entry: tokenEntry });
  end(140, 'r9');
  expect(roster.known).toEqual([]);
});

test('a request ends once', () => {
  const { roster, end, lines } = withToken();
  const before = lines();
  end(150, 'r1');
  expect([lines(), roster.known[0]?.open]).toEqual([before, 0]);
});

test('a call with the token of its own session tells nothing more of it', () => {
  const { roster, exchanges, lines } = withToken();
  exchanges.ask(requestOf('r2', 'calls', 'token#1'), 200);
  expect(lines().slice(8)).toEqual([
    'e10 100 #1 offer step state=skipped',
    'e11 100 #1 call step state=running',
    'e12 100 #1 call request request=r2 endpoint=calls method=POST url=https://api.orga-ai.com/v1/realtime/calls',
  ]);
  expect(roster.known[0]?.called).toBe(true);
});

test('only a call is a call', () => {
  expect(withToken().roster.known[0]?.called).toBeUndefined();
});

test('a token that came to another session is carried into the one that uses it, with its uses there', () => {
  const { roster, exchanges, end, lines } = withToken();
  exchanges.ask(requestOf('r2', 'calls', 'token#1'), 200);
  exchanges.answer(responseOf('r2', 200, answered), 230);
  end(240, 'r2');
  exchanges.ask(requestOf('r3', 'ice-config', 'token#1'), 250);
  exchanges.answer(responseOf('r3', 200, '{"iceServers":[]}'), 260);
  end(260, 'r3');
  roster.known[0]?.fold.stop(270);
  const other = roster.ofPeer('[]', 300);
  other.peer = foldPeer(peerFact(300, 1), other.fold, page, () => true);
  exchanges.ask(requestOf('r4', 'calls', 'token#1'), 310);
  exchanges.answer(responseOf('r4', 401, ''), 320);
  exchanges.ask(requestOf('r5', 'calls', 'token#1'), 330);
  const told = lines(1).filter((line) => / token-history | from=carried/.test(line));
  expect(told).toEqual([
    'e3 10 #1 token token token=token#1 from=carried wallClock=5',
    'e4 10 #1 offer token-history token=token#1 uses=[{"endpoint":"calls","status":200,"ago":80},{"endpoint":"ice-config","status":200,"ago":50}]',
    'e11 30 #1 call token-history token=token#1 uses=[{"endpoint":"calls","status":200,"ago":100},{"endpoint":"ice-config","status":200,"ago":70}]',
  ]);
});

test('the cookie-like credential of a session endpoint is no token of the service', () => {
  const { exchanges, lines } = withToken();
  exchanges.ask(requestOf('r2', 'session', 'token#1'), 200);
  expect(lines(1)).toEqual([
    'e2 0 #1 token step state=running',
    expect.stringMatching(/^e3 0 #1 token request /),
  ]);
});

test('a key, or a token without a name, is told of by nothing else', () => {
  const { roster, exchanges } = requests();
  exchanges.ask({ ...requestOf('r1', 'calls'), credential: { kind: 'token' } }, 100);
  exchanges.answer(responseOf('r1', 401, ''), 110);
  exchanges.ask({ ...requestOf('r2', 'calls'), credential: { kind: 'api-key', name: 'token#1' } }, 120);
  exchanges.answer(responseOf('r2', 401, ''), 130);
  exchanges.ask(requestOf('r3', 'calls', 'token#1'), 140);
  expect(roster.known.flatMap(({ log }) => log.filter(({ kind }) => kind.startsWith('token')))).toEqual([]);
});

test('a peer connection that could not be made meanwhile is the fault of a bad reply', () => {
  const { roster, exchanges, end, lines } = requests();
  exchanges.ask(requestOf('r1', 'session'), 100);
  foldPeerless(roster).noPeer({ name: 'TypeError', message: 'not iterable' }, 120);
  exchanges.answer(responseOf('r1', 200, '{}'), 130);
  end(140, 'r1');
  expect(roster.known[0]?.refused).toBeUndefined();
  expect(lines().slice(-2)).toEqual([
    'e6 40 #1 token step state=failed took=40 failedBy=e5',
    'e7 40 #1 - run state=failed by=failure',
  ]);
});

test('after a good reply it is the fault of the configuration, once nothing is under way any more', () => {
  const { roster, exchanges, end } = requests();
  exchanges.ask(requestOf('r1', 'session'), 100);
  exchanges.answer(responseOf('r1', 200, good), 130);
  exchanges.took({ at: 135, saw: 'token', request: 'r1', entry: tokenEntry });
  exchanges.ask(requestOf('r2', 'ice-config', 'token#1'), 136);
  foldPeerless(roster).noPeer({ name: 'TypeError', message: 'not iterable' }, 137);
  end(140, 'r1');
  expect(roster.known[0]?.outcome()).toBe('running');
  exchanges.answer(responseOf('r2', 200, '{"iceServers":[]}'), 145);
  end(150, 'r2');
  expect(roster.known[0]?.log.at(-3)).toMatchObject({ kind: 'connection-failure', step: 'offer', at: 50 });
});

test('a page that hung up while a request was under way has ended with it', () => {
  const { roster, exchanges, end } = withToken();
  const session = roster.known[0];
  if (session === undefined) throw new Error('it is there');
  session.peer = foldPeer(peerFact(150, 1), session.fold, page, () => session.open > 0);
  exchanges.ask(requestOf('r2', 'calls', 'token#1'), 200);
  exchanges.ask(requestOf('r3', 'ice-config', 'token#1'), 200);
  exchanges.answer(responseOf('r2', 200, answered), 210);
  exchanges.answer(responseOf('r3', 200, '{"iceServers":[]}'), 210);
  session.peer.take({ at: 215, saw: 'peer-closed', peer: 1 });
  expect(session.outcome()).toBe('running');
  end(220, 'r3');
  expect(session.outcome()).toBe('running');
  end(230, 'r2');
  expect(session.log.at(-1)).toMatchObject({ kind: 'run', state: 'stopped', at: 130 });
});

test('a page whose peer connection stays open goes on after its call', () => {
  const { roster, exchanges, end } = withToken();
  const session = roster.known[0];
  if (session === undefined) throw new Error('it is there');
  session.peer = foldPeer(peerFact(150, 1), session.fold, page, () => session.open > 0);
  exchanges.ask(requestOf('r2', 'calls', 'token#1'), 200);
  exchanges.answer(responseOf('r2', 200, answered), 210);
  end(220, 'r2');
  expect([session.outcome(), session.log.at(-1)]).toMatchObject([
    'running',
    { kind: 'step', step: 'call', state: 'done', took: 20 },
  ]);
});

test('the peer connection is told when the call goes out: what was still gathered is cut off', () => {
  const { roster, exchanges } = withToken();
  const session = roster.known[0];
  if (session === undefined) throw new Error('it is there');
  session.fold.begin('offer', 150);
  session.peer = foldPeer(peerFact(150, 1), session.fold, page, () => false);
  exchanges.ask(requestOf('r2', 'ice-config', 'token#7'), 160);
  session.fold.begin('offer', 170);
  exchanges.ask(requestOf('r3', 'calls', 'token#1'), 200);
  expect(session.log.filter(({ kind }) => kind === 'note')).toMatchObject([
    { at: 100, step: 'offer', topic: 'gathering-cut-off', after: 50 },
  ]);
});
