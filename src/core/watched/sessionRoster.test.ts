import { expect, test } from 'vitest';
import type { LogEntry } from '../session/log.ts';
import { foldPeer } from './peerFold.ts';
import { createSessionRoster, type KnownSession, signature } from './sessionRoster.ts';
import { entry, linesOf, page, peerFact, requestOf } from './testing/watchedFacts.ts';

const numbers = (sessions: readonly KnownSession[]) => sessions.map(({ number }) => number);

/** Its peer connection is made, and its offer has this ICE user name. */
function offer(session: KnownSession, ufrag: string): void {
  session.peer = foldPeer(peerFact(150, session.number), session.fold, page, () => false);
  const sdp = `v=0\r\na=ice-ufrag:${ufrag}\r\n`;
  session.peer.take(entry(151, { kind: 'description', side: 'local', type: 'offer', sdp }, session.number));
}

test('a session knows its number and its begin, and tells each entry once', () => {
  const told: (readonly [number, LogEntry])[] = [];
  const roster = createSessionRoster(page, ({ number }, each) => told.push([number, each]));
  const first = roster.ofPeer('[]', 100);
  const second = roster.ofRequest(requestOf('r1', 'client-secrets'), 200);
  expect(roster.known).toEqual([first, second]);
  expect([first, second].map(({ number, beganAt, open }) => [number, beganAt, open])).toEqual([
    [1, 100, 0],
    [2, 200, 0],
  ]);
  expect(told).toEqual([
    [1, first.log[0]],
    [2, second.log[0]],
  ]);
  expect(first.outcome()).toBe('running');
  first.fold.stop(300);
  expect(first.outcome()).toBe('stopped');
});

test('what is known of the settings is where the page asks', () => {
  const begunBy = (endpoint: Parameters<typeof requestOf>[1]) => {
    const [started] = createSessionRoster(page).ofRequest(requestOf('r1', endpoint), 100).log;
    if (started?.kind !== 'run-started') throw new Error('it has begun');
    const { route, baseUrl, sessionEndpoint } = started.settings;
    return [started.from, route, baseUrl, sessionEndpoint];
  };
  const orga = 'https://api.orga-ai.com';
  expect(begunBy('session')).toEqual(['token', 'backend', orga, 'https://app.example/api/session']);
  expect(begunBy('client-secrets')).toEqual(['token', 'rest', orga, '']);
  expect(begunBy('ice-config')).toEqual(['ice-config', 'rest', orga, '']);
  expect(begunBy('calls')).toEqual(['call', 'backend', orga, '']);
});

test.each([
  ['client-secrets', 'https://proxy.example/orga/v1/realtime/client-secrets?email=a'],
  ['ice-config', 'https://proxy.example/orga/v1/realtime/ice-config'],
] as const)('the base of %s is what stands before the path of the service', (endpoint, url) => {
  const { log } = createSessionRoster(page).ofRequest({ ...requestOf('r1', endpoint), url }, 100);
  expect(log).toMatchObject([{ settings: { baseUrl: 'https://proxy.example/orga' } }]);
});

test.each(['?u=1', '#a?b', '?u=1#a', ''])('the session endpoint is named without “%s”', (rest) => {
  const url = `https://app.example/api/session${rest}`;
  const { log } = createSessionRoster(page).ofRequest({ ...requestOf('r1', 'session'), url }, 100);
  expect(log).toMatchObject([{ settings: { sessionEndpoint: 'https://app.example/api/session' } }]);
});

test('each request for a token begins a session', () => {
  const roster = createSessionRoster(page);
  roster.ofRequest(requestOf('r1', 'session'), 100);
  roster.ofRequest(requestOf('r2', 'session'), 110);
  roster.ofRequest(requestOf('r3', 'client-secrets'), 120);
  expect(numbers(roster.known)).toEqual([1, 2, 3]);
});

test('a page that made its peer connection first asks for the token of that session', () => {
  const asks = (change: (session: KnownSession) => void) => {
    const roster = createSessionRoster(page);
    const session = roster.ofPeer('[]', 100);
    offer(session, 'abcd');
    change(session);
    return roster.ofRequest(requestOf('r1', 'session'), 200).number;
  };
  expect(asks(() => undefined)).toBe(1);
  // It has one already, has called without, or is over.
  expect(asks((session) => Object.assign(session, { token: 'token#1' }))).toBe(2);
  expect(asks((session) => Object.assign(session, { called: true }))).toBe(2);
  expect(asks((session) => session.fold.stop(190))).toBe(2);
});

test('a request for ICE servers belongs to the session of its token, to one that waits for them, or to none', () => {
  const roster = createSessionRoster(page);
  const [last] = ['token#1', 'token#2', 'token#3']
    .map((token, index) =>
      Object.assign(roster.ofRequest(requestOf(`r${index}`, 'client-secrets'), 100), { token }),
    )
    .slice(-1);
  const asked = (token?: string) => roster.ofRequest(requestOf('r', 'ice-config', token), 120).number;
  expect(asked('token#1')).toBe(1);
  expect(asked('token#2')).toBe(2);
  expect(asked('token#7')).toBe(3);
  expect(asked()).toBe(3);
  Object.assign(last ?? {}, { servers: '[]' });
  expect(asked('token#3')).toBe(3);
  expect(asked('token#7')).toBe(4);
  roster.known[3]?.fold.stop(130);
  expect(asked()).toBe(5);
});

test('of two sessions with one token the later has it', () => {
  const roster = createSessionRoster(page);
  for (const at of [100, 110]) {
    Object.assign(roster.ofRequest(requestOf(`r${at}`, 'session'), at), { token: 'token#1', servers: '[]' });
  }
  expect(roster.ofRequest(requestOf('r3', 'ice-config', 'token#1'), 120).number).toBe(2);
});

test('a call belongs to its offer, then to a peer connection that has not called, then to its token, or to none', () => {
  const roster = createSessionRoster(page);
  const sessions = ['token#1', 'token#2', 'token#3'].map((token, index) => {
    const session = roster.ofRequest(requestOf(`r${index}`, 'session'), 100 + index);
    return Object.assign(session, { token });
  });
  const [first, second] = sessions;
  if (first === undefined || second === undefined) throw new Error('they are there');
  offer(first, 'aaaa');
  offer(second, 'b+/b');
  const called = (ufrag: string, token?: string) =>
    roster.ofRequest(requestOf('c', 'calls', token, ufrag), 200).number;
  expect(called('aaaa', 'token#3')).toBe(1);
  expect(called('b+/b', 'token#3')).toBe(2);
  expect(called('zzzz', 'token#3')).toBe(2);
  second.called = true;
  expect(called('zzzz', 'token#3')).toBe(1);
  first.called = true;
  expect(called('aaaa', 'token#3')).toBe(1);
  expect(called('zzzz', 'token#3')).toBe(3);
  expect(called('zzzz')).toBe(4);
});

test('a call without a body belongs to no offer', () => {
  const roster = createSessionRoster(page);
  const session = roster.ofPeer('[]', 100);
  session.peer = foldPeer(peerFact(150, 1), session.fold, page, () => false);
  session.called = true;
  const { body: _, ...bare } = requestOf('c', 'calls');
  expect(roster.ofRequest(bare, 200).number).toBe(2);
});

test('a peer connection belongs to the session that got its servers, else to the first without one, else to none', () => {
  const roster = createSessionRoster(page);
  const servers = ['[1]', '[2]', '[3]'];
  const sessions = servers.map((list, index) =>
    Object.assign(roster.ofRequest(requestOf(`r${index}`, 'session'), 100), { servers: list }),
  );
  expect(roster.ofPeer('[2]', 110).number).toBe(2);
  expect(roster.ofPeer('[9]', 110).number).toBe(1);
  sessions[0]?.fold.stop(120);
  expect(roster.ofPeer('[1]', 130).number).toBe(2);
  for (const session of sessions) offer(session, 'abcd');
  const made = roster.ofPeer('[2]', 140);
  expect([made.number, made.log[0]]).toMatchObject([4, { from: 'offer', route: 'backend' }]);
});

test('what fails before there is a peer connection fails the offer of the last session without one', () => {
  const roster = createSessionRoster(page);
  for (const at of [100, 110, 120]) roster.ofRequest(requestOf(`r${at}`, 'session'), at);
  const last = roster.known[2];
  if (last === undefined) throw new Error('it is there');
  offer(last, 'abcd');
  const session = roster.atOffer(130);
  expect([session.number, session.fold.present()]).toEqual([2, 'offer']);
  for (const each of roster.known) each.fold.stop(140);
  const other = roster.atOffer(150);
  expect([other.number, other.fold.present()]).toEqual([4, 'offer']);
  expect(linesOf(other.log).slice(1)).toEqual([
    'e2 0 #1 token step state=skipped',
    'e3 0 #1 ice-config step state=skipped',
    'e4 0 #1 offer step state=running',
  ]);
});

test('what happened to devices before is told to the first session, the last ten of it', () => {
  const roster = createSessionRoster(page);
  for (let each = 1; each <= 11; each += 1) {
    roster.keep({ kind: 'media', device: 'microphone', event: each % 2 === 0 ? 'mute' : 'unmute' });
  }
  const first = roster.ofPeer('[]', 100);
  expect(linesOf(first.log).slice(1)).toEqual(
    ['mute', 'unmute', 'mute', 'unmute', 'mute', 'unmute', 'mute', 'unmute', 'mute', 'unmute'].map(
      (event, index) => `e${index + 2} 0 #1 offer media device=microphone event=${event}`,
    ),
  );
  expect(roster.ofRequest(requestOf('r1', 'session'), 200).log).toHaveLength(1);
});

test('two lists of servers are the same where URLs, names and credentials are', () => {
  const list = (...urls: readonly string[]) =>
    signature({
      kind: 'ice-servers',
      from: 'carried',
      leftOut: [],
      servers: [{ urls, username: 'u', credential: 'c', expiresAt: 5 }],
    });
  expect(list('turn:a', 'turn:b')).toBe('[[["turn:a","turn:b"],"u","c"]]');
});
