import { expect, test } from 'vitest';
import { label } from './testing/watchedFacts.ts';
import { answered, connecting, standing, ungreeted } from './testing/watchedPeer.ts';

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
  const failedAfter = (at: number): readonly unknown[] => [
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
