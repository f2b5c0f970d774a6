import { expect, test } from 'vitest';
import type { ObservedEntry } from './fact.ts';
import { readFact } from './readFact.ts';
import { entry, label, peerFact, requestOf, responseOf } from './testing/watchedFacts.ts';

const error = { name: 'TypeError', message: 'bad' };
const servers = { kind: 'ice-servers', from: 'session', servers: [], leftOut: [] } as const;
const token = { kind: 'token', token: 'token#1', from: 'session', wallClock: 5 } as const;

const observed: readonly ObservedEntry[] = [
  requestOf('r1', 'calls', 'token#1'),
  responseOf('r1', 200, '{}'),
  { kind: 'state', machine: 'ice', to: 'checking' },
  { kind: 'candidate', side: 'local', candidate: 'candidate:1 1 udp 1 10.0.0.2 50000 typ host' },
  { kind: 'candidate-error', url: 'stun:s.example', errorCode: 701, errorText: 'timed out' },
  { kind: 'description', side: 'local', type: 'offer', sdp: 'v=0\r\n' },
  { kind: 'channel', event: 'open', label },
  { kind: 'track', event: 'added', media: 'audio' },
  { kind: 'statistics', moment: 'failed', pairs: [] },
  { kind: 'media', device: 'camera', event: 'granted' },
  { kind: 'note', topic: 'carried', what: 'a token' },
];

test.each(observed.map((each) => [each.kind, each] as const))(
  'an entry of the kind %s is read',
  (_, each) => {
    expect(readFact(entry(1, each, 2))).toStrictEqual(entry(1, each, 2));
    expect(readFact(entry(1, each))).toStrictEqual(entry(1, each));
  },
);

test.each([
  { at: 1, saw: 'sample', peer: 1, values: { ice: 'connected', bytes: 5 }, wall: 1_000_000 },
  { at: 1, saw: 'request-end', request: 'r1' },
  { at: 1, saw: 'request-end', request: 'r1', failure: { reason: 'unreachable', error } },
  {
    at: 1,
    saw: 'request-end',
    request: 'r1',
    failure: { reason: 'timeout', limit: 500, phase: 'body' },
    aborted: true,
  },
  { at: 1, saw: 'token', request: 'r1', entry: token },
  { at: 1, saw: 'ice-servers', request: 'r1', entry: servers },
  peerFact(1, 2, { servers }),
  { at: 1, saw: 'peer-answer', peer: 1, state: 'applying' },
  { at: 1, saw: 'peer-answer', peer: 1, state: 'applied' },
  { at: 1, saw: 'peer-refusal', peer: 1, operation: 'createOffer', error },
  { at: 1, saw: 'peer-refusal', peer: 1, operation: 'setLocalDescription', error },
  { at: 1, saw: 'peer-refusal', peer: 1, operation: 'setRemoteDescription', error, sdp: 'v=0\r\n' },
  { at: 1, saw: 'peer-refusal', peer: 1, operation: 'addIceCandidate', error },
  { at: 1, saw: 'peer-closed', peer: 1 },
  { at: 1, saw: 'no-peer', error },
])('a fact is read as it was told: $saw', (fact) => {
  expect(readFact(fact)).toStrictEqual(fact);
});

test('an entry has the step, the time, the id and the attempt that are inferred, none that it claims', () => {
  const claimed = { ...requestOf('r1', 'session'), step: 'call', id: 'e99', at: 7, attempt: 3 };
  expect(readFact({ at: 1, saw: 'entry', entry: claimed })).toStrictEqual(
    entry(1, requestOf('r1', 'session')),
  );
});

test('what came is judged here: nobody can tell of a bad reply, or of a status', () => {
  const reading = { format: 'empty', answeredBy: 'unknown' };
  for (const failure of [
    { reason: 'http', status: 401, reading },
    { reason: 'bad-reply', status: 200, problem: 'empty', fields: [], reading },
  ]) {
    expect(readFact({ at: 1, saw: 'request-end', request: 'r1', failure })).toBeUndefined();
  }
});

test('a fact that tells another kind of entry than its own is none', () => {
  expect(readFact({ at: 1, saw: 'token', request: 'r1', entry: servers })).toBeUndefined();
  expect(readFact({ at: 1, saw: 'ice-servers', request: 'r1', entry: token })).toBeUndefined();
  expect(readFact({ at: 1, saw: 'entry', entry: { ...token } })).toBeUndefined();
  expect(readFact({ at: 1, saw: 'entry', entry: 'tea' })).toBeUndefined();
});

test('a sample has a hundred values at most', () => {
  const sample = (count: number) => ({
    at: 1,
    saw: 'sample',
    peer: 1,
    values: Object.fromEntries(Array.from({ length: count }, (_, index) => [`v${index}`, index])),
    wall: 5,
  });
  expect(readFact(sample(100))).toStrictEqual(sample(100));
  expect(readFact(sample(101))).toBeUndefined();
});
