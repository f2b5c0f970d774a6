import { expect, test } from 'vitest';
import { browserClocks } from './browserClocks.ts';
import type { PeerFacts } from './peerFacts.ts';
import { isOver, type Wait, waitsOf } from './waits.ts';

const turn = 'turn:turn.example.net:3478?transport=udp';
const limits = { offer: 5000, connection: 30_000 };

const gathering: PeerFacts = {
  now: 0,
  servers: [{ url: turn, answered: false }],
  relayOnly: false,
  gathering: 'gathering',
  gatheringSince: 100,
  cutOff: false,
  localCandidates: 2,
  answer: undefined,
  ice: 'new',
  iceSince: 0,
  connection: 'new',
  channel: 'connecting',
  channelSince: 0,
  greeted: false,
  checks: { responses: 0, lastResponseAt: 0, unanswered: 0, packetsReceived: 0, streamEndedAt: undefined },
};
const answered: PeerFacts = {
  ...gathering,
  gathering: 'complete',
  answer: { at: 1000, candidates: ['usable'], channelRejected: false },
};
const up: PeerFacts = {
  ...answered,
  ice: 'connected',
  connection: 'connected',
  channel: 'open',
  channelSince: 2000,
  greeted: true,
};

const chromium = (facts: PeerFacts, given = limits) => waitsOf(facts, browserClocks.chromium, given);
const firefox = (facts: PeerFacts) => waitsOf(facts, browserClocks.firefox, limits);
const inWords = ({ watch, foresees }: Wait) => `${watch} ${foresees}`;

test('each silent server is waited for by itself, and gathering besides', () => {
  expect(chromium(gathering)).toEqual([
    {
      key: `ice-server ${turn}`,
      watch: 'ice-server',
      subject: turn,
      step: 'offer',
      since: 100,
      first: 1500,
      foresees: 'turn.udp.dead',
      until: 40_000,
    },
    {
      key: 'gathering',
      watch: 'gathering',
      step: 'offer',
      since: 100,
      first: 3000,
      foresees: 'gather.timeout',
      until: 40_000,
    },
  ]);
});

test('Firefox reports a dead server sooner', () => {
  expect(firefox(gathering)[0]?.until).toBe(11_200);
});

test('a server that has answered is not waited for', () => {
  const facts = { ...gathering, servers: [{ url: turn, answered: true }] };
  expect(chromium(facts).map(inWords)).toEqual(['gathering gather.timeout']);
});

test('after the cut-off only the servers are still waited for', () => {
  expect(chromium({ ...gathering, cutOff: true }).map(inWords)).toEqual(['ice-server turn.udp.dead']);
});

test('several silent hosts over UDP look like a network without UDP', () => {
  const servers = [...gathering.servers, { url: 'stun:stun.example.net', answered: false }];
  expect(chromium({ ...gathering, servers }).map(inWords)).toEqual([
    'ice-server net.udp-blocked',
    'ice-server net.udp-blocked',
    'gathering gather.timeout',
  ]);
});

test('a short limit has the silence told at two fifths of it', () => {
  expect(chromium(gathering, { ...limits, offer: 1000 }).map(({ first }) => first)).toEqual([400, 400]);
});

test('an answer without candidates is told from one whose candidates are no use', () => {
  const of = (...candidates: ('usable' | 'local' | 'port-low' | 'hostname')[]) =>
    chromium({ ...answered, answer: { at: 1000, candidates, channelRejected: false } }).map(inWords);
  expect(of()).toEqual(['no-candidates ice.nocand']);
  expect(of('port-low')).toEqual(['no-candidates ice.port-low']);
  expect(of('port-low', 'hostname')).toEqual(['no-candidates ice.hostname']);
  expect(of('usable', 'hostname')).toEqual(['ice-new connection.unexplained']);
  expect(of('usable', 'local')).toEqual(['ice-new connection.unexplained']);
  expect(of('local')).toEqual(['ice-new ice.lna']);
});

test('Firefox gives up on an answer without candidates, Chromium never does', () => {
  const facts: PeerFacts = { ...answered, answer: { at: 1000, candidates: [], channelRejected: false } };
  expect(firefox(facts)[0]?.until).toBe(6000);
  expect(chromium(facts)[0]?.until).toBeUndefined();
});

test('without a candidate of our own it is ours that is missing', () => {
  const none = { ...answered, localCandidates: 0 };
  expect(chromium(none).map(inWords)).toEqual(['ice-new gather.none']);
  expect(chromium({ ...none, relayOnly: true, servers: [] }).map(inWords)).toEqual(['ice-new relay.noturn']);
});

test('where only relays may be used, what the TURN server said is what is foreseen', () => {
  const said = (code: number, text = '') =>
    chromium({
      ...answered,
      localCandidates: 0,
      relayOnly: true,
      servers: [{ url: 'turn:turn.example.net?transport=tcp', answered: true, error: { code, text } }],
    }).map(inWords);
  expect(said(401)).toEqual(['ice-new turn.auth']);
  expect(said(486)).toEqual(['ice-new turn.quota']);
  expect(said(701, 'TURN host lookup received error.')).toEqual(['ice-new ice.dns']);
  expect(said(701, 'Failed to establish connection')).toEqual(['ice-new turn.tcp.refused']);
});

test('unanswered checks are waited for from the last response, the browser from the first check', () => {
  const checking: PeerFacts = {
    ...answered,
    ice: 'checking',
    iceSince: 1000,
    checks: {
      responses: 1,
      lastResponseAt: 3000,
      unanswered: 4,
      packetsReceived: 0,
      streamEndedAt: undefined,
    },
  };
  expect(chromium(checking)).toEqual([
    {
      key: 'checks 1',
      watch: 'checks',
      step: 'connection',
      since: 3000,
      first: 2500,
      foresees: 'ice.unreachable',
      until: 16_100,
    },
  ]);
});

test('packets that end no check point at the password', () => {
  const checks = {
    responses: 0,
    lastResponseAt: 0,
    unanswered: 4,
    packetsReceived: 18,
    streamEndedAt: undefined,
  };
  expect(chromium({ ...answered, ice: 'checking', checks }).map(inWords)).toEqual(['checks ice.badpwd']);
});

test('a standing connection is in trouble after three unanswered checks', () => {
  const checks = (unanswered: number) => ({
    responses: 5,
    lastResponseAt: 9000,
    unanswered,
    packetsReceived: 99,
    streamEndedAt: undefined,
  });
  expect(chromium({ ...up, checks: checks(2) })).toEqual([]);
  expect(chromium({ ...up, checks: checks(3) }).map(inWords)).toEqual(['checks net.loss']);
  expect(chromium({ ...up, checks: checks(3) })[0]?.until).toBe(25_000);
});

test('where nobody counts what was sent, as in Firefox, the end of a steady stream is the trouble', () => {
  const checks = { ...up.checks, lastResponseAt: 2000, unanswered: undefined };
  expect(firefox({ ...up, checks: { ...checks, streamEndedAt: undefined } })).toEqual([]);
  expect(firefox({ ...up, checks: { ...checks, streamEndedAt: 9000 } })).toMatchObject([
    { watch: 'checks', since: 9000, foresees: 'net.loss' },
  ]);
  // Where checks are counted they tell more: a far end may stop to speak.
  expect(chromium({ ...up, checks: { ...checks, unanswered: 0, streamEndedAt: 9000 } })).toEqual([]);
});

test('disconnected is a silence by itself', () => {
  expect(chromium({ ...up, ice: 'disconnected', connection: 'disconnected' }).map(inWords)).toEqual([
    'checks net.loss',
  ]);
});

test('after ICE come DTLS, the channel and the session', () => {
  expect(chromium({ ...up, connection: 'connecting' }).map(inWords)).toEqual(['dtls connection.unexplained']);
  const connecting: PeerFacts = { ...up, channel: 'connecting', greeted: false };
  expect(chromium(connecting).map(inWords)).toEqual(['channel connection.unexplained']);
  const rejected = { at: 0, candidates: [], channelRejected: true };
  expect(chromium({ ...connecting, answer: rejected }).map(inWords)).toEqual(['channel sdp.rejected-dc']);
  expect(chromium({ ...up, greeted: false }).map(inWords)).toEqual(['session app.no-session']);
});

test('nothing is waited for once all is there, or nothing will come', () => {
  expect(chromium(up)).toEqual([]);
  expect(chromium({ ...gathering, connection: 'failed' })).toEqual([]);
});

test('nothing is waited for once the page has hung up', () => {
  expect(chromium({ ...gathering, connection: 'closed' })).toEqual([]);
});

test('what Chromium reports of a dead server, it says only of those over UDP', () => {
  const tcp = { url: 'turn:turn.example.net?transport=tcp', answered: false };
  const untils = (...servers: PeerFacts['servers']) =>
    chromium({ ...gathering, servers }).map(({ until }) => until);
  expect(untils(tcp)).toEqual([undefined, undefined]);
  expect(untils(tcp, ...gathering.servers)).toEqual([undefined, 40_000, 40_000]);
  expect(untils({ url: turn, answered: true })).toEqual([undefined]);
});

test('Firefox gives up on candidates that are of no use, and after as long on none', () => {
  const clocks = { ...browserClocks.firefox, noCandidates: 5_000, unusableCandidates: 7_000 };
  const until = (...candidates: NonNullable<PeerFacts['answer']>['candidates']) =>
    waitsOf({ ...answered, answer: { at: 1000, candidates, channelRejected: false } }, clocks, limits)[0]
      ?.until;
  expect([until(), until('port-low')]).toEqual([6_000, 8_000]);
});

test('a candidate over TCP may be used', () => {
  const facts: PeerFacts = {
    ...answered,
    answer: { at: 1000, candidates: ['tcp'], channelRejected: false },
  };
  expect(chromium(facts).map(inWords)).toEqual(['ice-new connection.unexplained']);
});

test('either of ICE and the connection may be disconnected first', () => {
  const checks = { ...up.checks, lastResponseAt: 9000 };
  for (const lost of [{ ice: 'disconnected' }, { connection: 'disconnected' }] as const) {
    expect(chromium({ ...up, checks, ...lost })).toEqual([
      {
        key: 'checks 0',
        watch: 'checks',
        step: 'connection',
        since: 9000,
        first: 2500,
        foresees: 'net.loss',
        until: 25_000,
      },
    ]);
  }
});

test.each([
  [1000, 400],
  [3999, 1500],
  [3000, 1200],
  [4000, 1500],
])('with a limit of %i ms a server’s silence is told after %i ms', (offer, first) => {
  expect(chromium(gathering, { ...limits, offer })[0]?.first).toBe(first);
});

/** The silence of this kind, of a server where it is one. */
const silence = (watch: Wait['watch'], subject?: string): Wait => ({
  key: watch,
  watch,
  step: 'connection',
  since: 0,
  first: 0,
  foresees: '',
  ...(subject === undefined ? {} : { subject }),
});

test('a server’s silence is over once that server has answered', () => {
  const other = 'stun:stun.example.net';
  const over = (...servers: PeerFacts['servers']) =>
    isOver(silence('ice-server', turn), { ...gathering, servers });
  expect(over({ url: turn, answered: false }, { url: other, answered: true })).toBe(false);
  expect(over({ url: turn, answered: true }, { url: other, answered: false })).toBe(true);
});

test.each([
  ['gathering', { gathering: 'complete' }, { gathering: 'new' }],
  ['ice-new', { ice: 'checking' }, { ice: 'new' }],
  ['ice-new', { ice: 'connected' }, { ice: 'failed' }],
  ['no-candidates', { ice: 'completed' }, { ice: 'closed' }],
  ['checks', { connection: 'connected' }, { connection: 'failed' }],
  ['checks', { connection: 'connecting' }, { connection: 'closed' }],
  ['dtls', { connection: 'connected' }, { connection: 'failed' }],
  ['channel', { channel: 'open' }, { channel: 'closed' }],
  ['session', { greeted: true }, { greeted: false }],
] as const)('a silence of the kind %s is over with %j, not with %j', (watch, came, ended) => {
  expect(isOver(silence(watch), { ...gathering, ...came })).toBe(true);
  expect(isOver(silence(watch), { ...gathering, ...ended })).toBe(false);
});

test('a silence is over when what was waited for came, not when all is over', () => {
  const [server] = chromium(gathering);
  const [checks] = chromium({ ...answered, ice: 'checking' });
  if (server === undefined || checks === undefined) throw new Error('there is a wait');
  expect(isOver(server, { ...gathering, servers: [{ url: turn, answered: true }] })).toBe(true);
  expect(isOver(server, { ...gathering, gathering: 'complete' })).toBe(false);
  expect(isOver(checks, up)).toBe(true);
  expect(isOver(checks, { ...up, connection: 'failed' })).toBe(false);
});
