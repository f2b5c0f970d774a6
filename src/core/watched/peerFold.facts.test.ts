import { expect, test } from 'vitest';
import { entry, linesOf } from './testing/watchedFacts.ts';
import {
  answered,
  type Begin,
  connecting,
  type Refusal,
  standing,
  ungreeted,
} from './testing/watchedPeer.ts';

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
