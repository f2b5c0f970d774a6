import { expect, test } from 'vitest';
import { foreseenOfChecks, foreseenOfNew, foreseenOfServer, overUdp } from './foreseen.ts';
import type { PeerFacts, RemoteCandidateKind, ServerFacts } from './peerFacts.ts';

const facts: PeerFacts = {
  now: 0,
  servers: [],
  relayOnly: false,
  gathering: 'gathering',
  gatheringSince: 0,
  cutOff: false,
  localCandidates: 1,
  answer: undefined,
  ice: 'new',
  iceSince: 0,
  connection: 'new',
  channel: 'connecting',
  channelSince: 0,
  greeted: false,
  checks: {
    responses: 0,
    lastResponseAt: 0,
    unanswered: undefined,
    packetsReceived: undefined,
    streamEndedAt: undefined,
  },
};

const silent = (...urls: readonly string[]): readonly ServerFacts[] =>
  urls.map((url) => ({ url, answered: false }));
const answer = (...candidates: readonly RemoteCandidateKind[]): PeerFacts['answer'] => ({
  at: 0,
  candidates,
  channelRejected: false,
});

test.each([
  ['turn:t.example', 'turn.udp.dead'],
  ['turn:t.example?transport=udp', 'turn.udp.dead'],
  ['turn:t.example?transport=tcp', 'turn.tcp.refused'],
  ['stun:s.example', 'turn.udp.dead'],
  ['turns:t.example', 'turns.tls'],
  ['stuns:s.example', 'turns.tls'],
  ['tea', 'turn.udp.dead'],
  ['turn:t.example:1023', 'turn.port-disallowed'],
  ['turns:t.example:1023', 'turn.port-disallowed'],
  ['turn:t.example:1024', 'turn.udp.dead'],
  ['turn:t.example:53', 'turn.udp.dead'],
  ['turn:t.example:80?transport=tcp', 'turn.tcp.refused'],
  ['turns:t.example:443', 'turns.tls'],
  ['stun:s.example:22', 'turn.udp.dead'],
])('the silence of %s will be taken for %s', (url, code) => {
  expect(foreseenOfServer(url, { ...facts, servers: silent(url) })).toBe(code);
});

test('a network without UDP has several hosts silent over UDP, and an address of its own', () => {
  const [one, two] = ['turn:a.example', 'stun:b.example'];
  const foreseen = (servers: readonly ServerFacts[], localCandidates = 1) =>
    foreseenOfServer(one, { ...facts, servers, localCandidates });
  expect(foreseen(silent(one, two))).toBe('net.udp-blocked');
  expect(foreseen(silent(one, 'stun:a.example'))).toBe('turn.udp.dead');
  expect(foreseen(silent(one, two), 0)).toBe('turn.udp.dead');
  expect(foreseen([...silent(one), { url: two, answered: true }])).toBe('turn.udp.dead');
  expect(foreseen(silent(one, two, 'turn:c.example?transport=tcp'))).toBe('turn.udp.dead');
});

test.each([
  [[], 'ice.nocand'],
  [['usable', 'hostname'], 'connection.unexplained'],
  [['tcp', 'hostname'], 'connection.unexplained'],
  [['local', 'hostname'], 'ice.lna'],
  [['hostname', 'port-low'], 'ice.hostname'],
  [['port-low'], 'ice.port-low'],
] as const)('ICE that stays new with %j in the answer will be taken for %s', (candidates, code) => {
  expect(foreseenOfNew({ ...facts, answer: answer(...candidates) })).toBe(code);
});

test('without an address of its own it will be taken for that, whatever the answer has', () => {
  expect(foreseenOfNew({ ...facts, localCandidates: 0, answer: answer('usable') })).toBe('gather.none');
  expect(foreseenOfNew({ ...facts, relayOnly: true, answer: answer('usable') })).toBe(
    'connection.unexplained',
  );
});

test('where only relays may be used, the TURN server is why there is none', () => {
  const failing = (url: string, code: number, text = ''): ServerFacts => ({
    url,
    answered: true,
    error: { code, text },
  });
  const foreseen = (...servers: readonly ServerFacts[]) =>
    foreseenOfNew({ ...facts, localCandidates: 0, relayOnly: true, servers });
  expect(foreseen()).toBe('relay.noturn');
  expect(foreseen(...silent('stun:s.example', 'x-turn:t.example'))).toBe('relay.noturn');
  expect(foreseen(failing('stun:s.example', 401))).toBe('relay.noturn');
  expect(foreseen({ url: 'turn:t.example', answered: true })).toBe('relay.noturn');
  // What the one says counts before the silence of the other.
  const [tcp] = silent('turn:b.example?transport=tcp');
  if (tcp === undefined) throw new Error('it is there');
  expect(foreseen(tcp, failing('turn:t.example', 401))).toBe('turn.auth');
  expect(foreseen(tcp, failing('turn:t.example', 486))).toBe('turn.quota');
  expect(foreseen(failing('TURNS:t.example', 401))).toBe('turn.auth');
  expect(foreseen(failing('turn:t.example', 701, 'host LOOKUP'), tcp)).toBe('turn.tcp.refused');
  expect(foreseen(failing('turn:t.example', 701, 'host LOOKUP'))).toBe('ice.dns');
  expect(foreseen(failing('turns:t.example', 701, 'Failed'))).toBe('turns.tls');
});

test('unanswered checks of a connection that stood are the network’s', () => {
  const checks = { ...facts.checks, packetsReceived: 5 };
  expect(foreseenOfChecks({ ...facts, connection: 'connected', checks })).toBe('net.loss');
  expect(foreseenOfChecks({ ...facts, connection: 'disconnected', checks })).toBe('net.loss');
});

test('before it stood, what came tells whom nobody answers', () => {
  const foreseen = (packetsReceived: number | undefined, ...candidates: readonly RemoteCandidateKind[]) =>
    foreseenOfChecks({
      ...facts,
      connection: 'connecting',
      answer: answer(...candidates),
      checks: { ...facts.checks, packetsReceived },
    });
  expect(foreseen(1, 'usable')).toBe('ice.badpwd');
  expect(foreseen(0, 'usable')).toBe('ice.unreachable');
  expect(foreseen(undefined, 'tcp', 'tcp')).toBe('ice.tcp-only-dead');
  expect(foreseen(undefined, 'tcp', 'usable')).toBe('ice.unreachable');
  expect(foreseen(undefined)).toBe('ice.unreachable');
  expect(foreseenOfChecks({ ...facts, connection: 'connecting' })).toBe('ice.unreachable');
});

test.each([
  ['turn:t.example', true],
  ['turn:t.example?transport=udp', true],
  ['turn:t.example?transport=tcp', false],
  ['stun:s.example', true],
  ['turns:t.example', false],
  ['turns:t.example?transport=udp', false],
  ['stuns:s.example', false],
  ['tea', true],
])('a browser reaches %s over UDP: %s', (url, udp) => {
  expect(overUdp(url)).toBe(udp);
});
