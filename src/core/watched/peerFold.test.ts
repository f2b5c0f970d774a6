import { expect, test } from 'vitest';
import type { LogEntry } from '../session/log.ts';
import type { Fact, ObservedEntry } from './fact.ts';
import { foldPeer } from './peerFold.ts';
import { foldSession } from './sessionFold.ts';
import { entry, label, linesOf, page, peerFact } from './testing/watchedFacts.ts';

type Begin = Extract<Fact, { saw: 'peer' }>;
type Refusal = Extract<Fact, { saw: 'peer-refusal' }>;

/** A session that began with its offer at 100 ms, and its peer connection. */
function connecting(more: Partial<Begin> = {}, busy = false) {
  const log: LogEntry[] = [];
  const emit = (each: LogEntry) => void log.push(each);
  const session = foldSession({ number: 1, at: 100, from: 'offer', settings: {}, page, emit });
  session.begin('offer', 100);
  const peer = foldPeer(peerFact(100, 4, more), session, page, () => busy);
  let read = log.length;
  /** what was told since the last look, what the peer connection itself told left out */
  const lines = () => {
    const told = log.slice(read);
    read = log.length;
    const observed = ['state', 'channel', 'description', 'candidate', 'statistics'];
    return linesOf(told.filter(({ kind }) => !observed.includes(kind))).map((line) =>
      line.replace(/^e\d+ /, ''),
    );
  };
  const see = (at: number, observed: ObservedEntry) => peer.take(entry(at, observed, 4));
  const state = (at: number, machine: 'ice' | 'connection' | 'dtls' | 'channel' | 'gathering', to: string) =>
    see(at, { kind: 'state', machine, to });
  const answer = (at: number, of: 'applying' | 'applied') =>
    peer.take({ at, saw: 'peer-answer', peer: 4, state: of });
  const refuse = (at: number, operation: Refusal['operation'], sdp?: string) =>
    peer.take({ at, saw: 'peer-refusal', peer: 4, operation, error, ...(sdp === undefined ? {} : { sdp }) });
  const close = (at: number) => peer.take({ at, saw: 'peer-closed', peer: 4 });
  const greet = (at: number, messageType = 'session.created', on = label) =>
    see(at, { kind: 'channel', event: 'received', label: on, messageType, text: '{}' });
  return { peer, session, log, lines, see, state, answer, refuse, close, greet };
}

const error = { name: 'OperationError', message: 'no' };

/** The answer is applied at 200 ms. */
function answered(more: Partial<Begin> = {}, busy = false) {
  const made = connecting(more, busy);
  made.answer(190, 'applying');
  made.answer(200, 'applied');
  made.lines();
  return made;
}

/** The connection stands at 300 ms, and the session is not greeted yet. */
function ungreeted(more: Partial<Begin> = {}) {
  const made = answered(more);
  made.state(250, 'ice', 'connected');
  made.state(280, 'connection', 'connected');
  made.state(300, 'channel', 'open');
  return made;
}

/** A session that stands at 310 ms. */
function standing() {
  const made = ungreeted();
  made.greet(310);
  made.lines();
  return made;
}

test('a session stands once ICE, DTLS, the channel and the greeting are there', () => {
  const { peer, session, lines, state, greet } = answered();
  expect(peer.peer).toBe(4);
  state(250, 'ice', 'completed');
  state(280, 'connection', 'connected');
  state(300, 'channel', 'open');
  greet(305, 'session.updated');
  greet(306, 'session.created', 'another');
  expect([lines(), session.outcome()]).toEqual([[], 'running']);
  greet(310);
  expect(lines()).toEqual(['210 #1 connection step state=done took=120', '210 #1 - run state=connected']);
  expect(peer.next()).toBeUndefined();
});

test('the order in which they come does not matter', () => {
  const { session, state, greet } = answered();
  greet(210);
  state(220, 'channel', 'open');
  state(230, 'connection', 'connected');
  expect(session.outcome()).toBe('running');
  state(240, 'ice', 'connected');
  expect(session.outcome()).toBe('connected');
});

test.each([
  [[], undefined],
  [['chat'], 'open'],
  [['chat', 'other'], 'open'],
] as const)('a page with the channels %j waits for no greeting', (channels, needed) => {
  const { session, state } = answered({ channels });
  state(250, 'ice', 'connected');
  state(280, 'connection', 'connected');
  expect(session.outcome()).toBe(needed === undefined ? 'connected' : 'running');
  state(300, 'channel', needed ?? 'closed');
  expect(session.outcome()).toBe('connected');
});

test('the channel of the client SDK is the one that counts, wherever it stands', () => {
  const { session, greet } = ungreeted({ channels: ['chat', label] });
  expect(session.outcome()).toBe('running');
  greet(310);
  expect(session.outcome()).toBe('connected');
});

test('the answer begins the connection, from which its limit counts, once', () => {
  const { peer, lines, answer, see } = connecting();
  answer(190, 'applying');
  expect(lines()).toEqual([
    '90 #1 offer step state=done took=90',
    '90 #1 call step state=skipped',
    '90 #1 connection step state=running',
  ]);
  expect(peer.next()).toBeUndefined();
  answer(200, 'applied');
  expect(peer.next()).toBe(30_200);
  answer(900, 'applying');
  answer(1_000, 'applied');
  expect([peer.next(), lines()]).toEqual([30_200, []]);
  see(1_100, { kind: 'statistics', moment: 'sample', pairs: [] });
  expect(peer.next()).toBe(30_200);
});

test('an answer after the session has failed begins another attempt only once it is applied', () => {
  const { session, lines, answer } = connecting();
  session.fail('offer', 'e9', 150);
  lines();
  answer(190, 'applying');
  expect(lines()).toEqual([]);
  answer(200, 'applied');
  expect(lines()[0]).toBe('100 #2 connection attempt number=2 from=connection why=again delay=0');
});

test('an answer to a session that stands already begins nothing', () => {
  const { session, lines, answer } = connecting();
  session.connected(150);
  lines();
  answer(200, 'applied');
  expect(lines()).toEqual([]);
});

test('at the limit the session fails for what is missing', () => {
  const missing = (change: (made: ReturnType<typeof answered>) => void) => {
    const made = answered();
    change(made);
    made.lines();
    made.peer.pass(30_199);
    expect(made.session.outcome()).toBe('running');
    made.peer.pass(30_200);
    const [told] = made.lines().filter((line) => line.includes('connection-failure'));
    return told?.replace(/^30100 #1 connection connection-failure failure=/, '');
  };
  const timeout = (waitingFor: string) => `{"reason":"timeout","limit":30000,"waitingFor":"${waitingFor}"}`;
  expect(missing(() => undefined)).toBe(timeout('ice'));
  expect(missing(({ state }) => state(250, 'ice', 'checking'))).toBe(timeout('ice'));
  expect(missing(({ state }) => state(250, 'ice', 'completed'))).toBe(timeout('dtls'));
  expect(
    missing(({ state }) => {
      state(250, 'ice', 'connected');
      state(280, 'connection', 'connected');
      state(300, 'channel', 'closed');
    }),
  ).toBe(timeout('channel'));
  expect(
    missing(({ state }) => {
      state(250, 'ice', 'connected');
      state(280, 'connection', 'connected');
      state(300, 'channel', 'open');
    }),
  ).toBe(timeout('session.created'));
});

test('a failed connection is told half a second later, or with its last statistics', () => {
  const lost = '{"reason":"ice","iceConnectionState":"failed","connectionState":"failed"}';
  const failedAfter = (at: number) => [
    `${at} #1 connection connection-failure failure=${lost}`,
    expect.stringMatching(/#1 connection step state=failed took=\d+ failedBy=e\d+$/),
    `${at} #1 - run state=failed by=failure`,
  ];
  const { peer, lines, state, see } = answered();
  state(300, 'ice', 'failed');
  expect(peer.next()).toBe(30_200);
  state(310, 'connection', 'failed');
  expect(peer.next()).toBe(810);
  peer.pass(809);
  expect(lines()).toEqual([]);
  peer.pass(810);
  expect([peer.next(), lines()]).toEqual([undefined, failedAfter(710)]);
  see(820, { kind: 'statistics', moment: 'failed', pairs: [] });
  expect(lines()).toEqual([]);
  const early = answered();
  early.state(300, 'ice', 'failed');
  early.state(310, 'connection', 'failed');
  early.see(350, { kind: 'statistics', moment: 'sample', pairs: [] });
  expect(early.lines()).toEqual([]);
  early.see(360, { kind: 'statistics', moment: 'failed', pairs: [] });
  expect([early.peer.next(), early.lines()]).toEqual([undefined, failedAfter(260)]);
});

test('the last statistics of a connection that has not failed end nothing', () => {
  const { session, see } = answered();
  see(360, { kind: 'statistics', moment: 'failed', pairs: [] });
  expect(session.outcome()).toBe('running');
});

test.each([
  ['connected', 'connecting'],
  ['completed', 'connecting'],
  ['failed', 'failed'],
] as const)('where ICE is %s and DTLS %s when the connection fails, DTLS is why', (ice, dtls) => {
  const { peer, log, state } = answered();
  state(290, 'dtls', dtls);
  state(300, 'ice', ice);
  state(310, 'connection', 'failed');
  peer.pass(810);
  expect(log.find(({ kind }) => kind === 'connection-failure')).toMatchObject({
    failure: { reason: 'dtls', dtlsState: dtls },
  });
});

test('of DTLS nothing may be known', () => {
  const { peer, log, state } = answered();
  state(300, 'ice', 'connected');
  state(310, 'connection', 'failed');
  peer.pass(810);
  expect(log.find(({ kind }) => kind === 'connection-failure')).toMatchObject({
    failure: { reason: 'dtls', dtlsState: 'unknown' },
  });
});

test('what failed first is why, though more fails then', () => {
  const { peer, log, state, see } = answered();
  see(300, { kind: 'channel', event: 'error', label, error: { name: 'RTCError', message: 'reset' } });
  expect(peer.next()).toBe(800);
  state(310, 'connection', 'failed');
  expect(peer.next()).toBe(800);
  peer.pass(800);
  expect(log.find(({ kind }) => kind === 'connection-failure')).toMatchObject({
    failure: { reason: 'channel', event: 'error', error: { name: 'RTCError', message: 'reset' } },
  });
});

test('a main channel that closes fails the session, unless the connection has failed; another does not', () => {
  const failureOf = (channel: string, event: 'close' | 'closing', failed = false) => {
    const { peer, log, state, see } = standing();
    if (failed) state(390, 'connection', 'failed');
    see(400, { kind: 'channel', event, label: channel });
    peer.pass(900);
    const found = log.find(({ kind }) => kind === 'connection-failure');
    return found?.kind === 'connection-failure' ? found.failure : undefined;
  };
  expect(failureOf(label, 'close')).toStrictEqual({ reason: 'channel', event: 'close' });
  expect(failureOf(label, 'closing')).toBeUndefined();
  expect(failureOf('another', 'close')).toBeUndefined();
  expect(failureOf(label, 'close', true)).toMatchObject({ reason: 'dtls' });
});

test('what has failed cannot stand any more', () => {
  const { session, state, see, greet } = ungreeted();
  see(302, { kind: 'channel', event: 'close', label });
  greet(305);
  state(306, 'channel', 'open');
  expect(session.outcome()).toBe('running');
});

test('the ICE user name is that of its last local description', () => {
  const { peer, see } = connecting();
  const described = (side: 'local' | 'remote', sdp: string) =>
    see(150, { kind: 'description', side, type: 'offer', sdp });
  expect(peer.ufrag()).toBeUndefined();
  described('remote', 'a=ice-ufrag:zzzz\r\n');
  expect(peer.ufrag()).toBeUndefined();
  described('local', 'v=0\r\na=ice-ufrag:ab+/\r\n');
  expect(peer.ufrag()).toBe('ab+/');
  described('local', 'v=0\r\n');
  expect(peer.ufrag()).toBe('ab+/');
});

test('the candidates of a remote description are told one by one, five hundred at most', () => {
  const { log, see } = connecting();
  const candidates = (count: number) =>
    Array.from({ length: count }, (_, index) => `a=candidate:${index} 1 udp 1 203.0.113.1 5000 typ host\r\n`);
  const described = (side: 'local' | 'remote', count: number) =>
    see(150, {
      kind: 'description',
      side,
      type: 'answer',
      sdp: `v=0\r\nm=application 9 x y\r\na=mid:0\r\n${candidates(count).join('')}`,
    });
  described('local', 1);
  described('remote', 1);
  expect(linesOf(log.filter(({ kind }) => kind === 'candidate'))).toEqual([
    'e6 50 #1 offer candidate side=remote candidate=candidate:0 1 udp 1 203.0.113.1 5000 typ host mid=0',
  ]);
  described('remote', 501);
  expect(log.filter(({ kind }) => kind === 'candidate')).toHaveLength(501);
});

test('a description that the browser refuses fails its step, with what was refused', () => {
  const refused = (operation: Refusal['operation'], sdp?: string) => {
    const { log, refuse } = connecting();
    refuse(150, operation, sdp);
    return linesOf(log.slice(3)).map((line) => line.replace(/^e\d+ /, ''));
  };
  const failure = (operation: string) =>
    `failure={"reason":"sdp","operation":"${operation}","error":{"name":"OperationError","message":"no"}}`;
  expect(refused('createOffer')).toEqual([
    `50 #1 offer connection-failure ${failure('createOffer')}`,
    '50 #1 offer step state=failed took=50 failedBy=e4',
    '50 #1 - run state=failed by=failure',
  ]);
  expect(refused('setLocalDescription')[0]).toBe(
    `50 #1 offer connection-failure ${failure('setLocalDescription')}`,
  );
  expect(refused('setRemoteDescription', 'tea')).toEqual([
    '50 #1 offer description side=remote type=answer sdp=tea',
    `50 #1 connection connection-failure ${failure('setRemoteDescription')}`,
    '50 #1 connection step state=failed failedBy=e5',
    '50 #1 - run state=failed by=failure',
  ]);
});

test('a later description that is refused is not told as the answer', () => {
  const { log, refuse } = answered();
  refuse(400, 'setRemoteDescription', 'tea');
  expect(log.filter(({ kind }) => kind === 'description')).toEqual([]);
});

test('a candidate that the browser refuses is told, and fails nothing', () => {
  const { session, lines, refuse } = answered();
  refuse(250, 'addIceCandidate');
  expect([session.outcome(), lines()]).toEqual([
    'running',
    [
      '150 #1 connection connection-failure failure={"reason":"candidate","error":{"name":"OperationError","message":"no"}}',
    ],
  ]);
});

test('a call that goes out before gathering has ended cuts it off', () => {
  const { peer, lines } = connecting();
  peer.calling(160.4);
  expect(lines()).toEqual(['60.400000000000006 #1 offer note topic=gathering-cut-off after=60']);
});

test('a call that goes out after gathering, or at another step, cuts nothing off', () => {
  const gathered = connecting();
  gathered.state(150, 'gathering', 'complete');
  gathered.state(155, 'ice', 'checking');
  gathered.peer.calling(160);
  expect(gathered.lines()).toEqual([]);
  const anew = connecting();
  anew.state(150, 'gathering', 'complete');
  anew.state(155, 'gathering', 'gathering');
  anew.peer.calling(160);
  expect(anew.lines()).toHaveLength(1);
  const later = connecting();
  later.session.begin('call', 150);
  later.lines();
  later.peer.calling(160);
  expect(later.lines()).toEqual([]);
});

test('once it is closed nothing more counts', () => {
  const { peer, log, close, greet } = ungreeted();
  expect(peer.closed()).toBe(false);
  close(305);
  expect(peer.closed()).toBe(true);
  const before = log.length;
  greet(310);
  expect([log.length, peer.next()]).toEqual([before, undefined]);
});

test('a page that hangs up a standing session ends it', () => {
  const { lines, close } = standing();
  close(5_000);
  expect(lines()).toEqual(['4900 #1 - run state=stopped by=user']);
});

test('a page that hangs up while a request is under way is judged by its reply', () => {
  const { session, close } = connecting({}, true);
  close(150);
  expect(session.outcome()).toBe('running');
});

test('a page that hangs up at “disconnected” has lost its session', () => {
  const { lines, state, close } = standing();
  state(5_000, 'ice', 'disconnected');
  state(5_000, 'connection', 'disconnected');
  close(5_001);
  expect(lines()[0]).toBe(
    '4901 #1 connection connection-failure failure={"reason":"ice","iceConnectionState":"disconnected","connectionState":"disconnected"}',
  );
});

test('a page that hangs up when the connection has failed is told why at once', () => {
  const { lines, state, close } = answered();
  state(310, 'connection', 'failed');
  close(320);
  expect(lines()[0]).toBe(
    '220 #1 connection connection-failure failure={"reason":"ice","iceConnectionState":"new","connectionState":"failed"}',
  );
});

test('a page that hangs up after two seconds in vain has given up, before it changed its mind', () => {
  const early = answered();
  early.close(2_199);
  expect(early.lines()).toEqual(['2099 #1 - run state=stopped by=user']);
  const late = answered();
  late.close(2_200.4);
  expect(late.lines()[0]).toMatch(/failure=\{"reason":"timeout","limit":2000,"waitingFor":"ice"\}$/);
  const justLate = answered();
  justLate.close(2_200);
  expect(justLate.session.outcome()).toBe('failed');
  const unanswered = connecting();
  unanswered.close(9_000);
  expect(unanswered.session.outcome()).toBe('stopped');
});

test('silences are told in between, until the session fails', () => {
  const { peer, lines } = answered();
  peer.take(entry(201, { kind: 'description', side: 'remote', type: 'answer', sdp: 'v=0\r\n' }, 4));
  lines();
  expect(peer.next()).toBe(2_201);
  peer.pass(2_201);
  expect(lines()).toEqual(['2101 #1 connection watch watch=ice-new silentFor=2000 foresees=gather.none']);
  expect(peer.next()).toBe(4_201);
});

test('silent servers are those of all its entries; where only relays may be used that is said', () => {
  const servers: Begin['servers'] = {
    kind: 'ice-servers',
    from: 'carried',
    servers: [{ urls: ['stun:a.example'] }, { urls: ['turn:b.example'] }],
    leftOut: [],
    policy: 'relay',
  };
  const { peer, lines, state, see } = connecting({ servers });
  state(150, 'gathering', 'gathering');
  peer.pass(1_650);
  expect(lines().map((line) => / subject=\S+/.exec(line)?.[0])).toEqual([
    ' subject=stun:a.example',
    ' subject=turn:b.example',
  ]);
  state(1_700, 'gathering', 'complete');
  see(1_800, { kind: 'description', side: 'remote', type: 'answer', sdp: 'v=0\r\n' });
  lines();
  peer.pass(3_800);
  expect(lines()).toEqual(['3700 #1 connection watch watch=ice-new silentFor=2000 foresees=turn.udp.dead']);
});

test('the silences of statistics are heard too', () => {
  const { peer, lines, state, see } = answered();
  see(201, { kind: 'description', side: 'remote', type: 'answer', sdp: 'v=0\r\n' });
  see(202, { kind: 'candidate', side: 'local', candidate: 'candidate:1 1 udp 1 10.0.0.2 5 typ host' });
  state(300, 'ice', 'checking');
  peer.take({ at: 400, saw: 'sample', peer: 4, values: { packetsReceived: 4 }, wall: 0 });
  lines();
  peer.pass(2_800);
  expect(lines()).toEqual([
    '2700 #1 connection watch watch=checks silentFor=2500 until=15300 foresees=ice.badpwd',
  ]);
});
