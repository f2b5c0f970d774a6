import { expect, test } from 'vitest';
import type { ServerFacts } from './peerFacts.ts';
import { withCandidate, withError } from './serverAnswers.ts';

const silent = (...urls: readonly string[]): readonly ServerFacts[] =>
  urls.map((url) => ({ url, answered: false }));
const answered = (servers: readonly ServerFacts[]) =>
  servers.filter((server) => server.answered).map(({ url }) => url);
const timeout = { code: 701, text: 'STUN binding request timed out.' };

test('a reflexive candidate speaks for every STUN server, and for no TURN server', () => {
  const servers = silent('stun:a.test', 'STUNS:b.test', 'turn:c.test', 'x-stun:d.test');
  expect(answered(withCandidate(servers, 'srflx', undefined))).toEqual(['stun:a.test', 'STUNS:b.test']);
  expect(answered(withCandidate(servers, 'srflx', 'stun:a.test'))).toEqual(['stun:a.test', 'STUNS:b.test']);
});

test('a relay candidate of an unnamed server speaks for every TURN server', () => {
  const servers = silent('stun:a.test', 'turn:c.test', 'TURNS:d.test', 'x-turn:e.test');
  expect(answered(withCandidate(servers, 'relay', undefined))).toEqual(['turn:c.test', 'TURNS:d.test']);
});

test('a relay candidate of a named server speaks for that one', () => {
  const servers = silent(
    'turn:c.test:3478?transport=udp',
    'turn:c.test:3478?transport=tcp',
    'turn:d.test:3478',
  );
  expect(answered(withCandidate(servers, 'relay', 'turn:c.test:3478?transport=tcp'))).toEqual([
    'turn:c.test:3478?transport=tcp',
  ]);
});

test('a host or peer-reflexive candidate speaks for no server', () => {
  const servers = silent('stun:a.test', 'turn:c.test');
  expect(answered(withCandidate(servers, 'host', undefined))).toEqual([]);
  expect(answered(withCandidate(servers, 'prflx', 'turn:c.test'))).toEqual([]);
});

test('a server that has answered stays as it was', () => {
  const server: ServerFacts = { url: 'stun:a.test', answered: true, error: timeout };
  expect(withCandidate([server], 'srflx', undefined)[0]).toBe(server);
});

test.each([
  ['turn:c.test:3478', 'turn:c.test:3478?transport=udp', true],
  ['turn:c.test:3478?transport=tcp', 'turn:c.test:3478', true],
  ['turn:c.test:3478', 'turn:c.test:3478?transport=tcp', false],
  ['turns:c.test:5349', 'turns:c.test:5349?transport=tcp', true],
  ['turns:c.test:5349', 'turns:c.test:5349?transport=udp', false],
  ['turn:c.test:3478', 'turn:d.test:3478', false],
  ['turn:c.test:3478', 'turn:c.test:80', false],
  ['turn:c.test:3478', 'stun:c.test:3478', false],
  ['no url', 'no url', true],
  ['no url', 'turn:c.test:3478', false],
  ['turn:c.test:3478', 'no url', false],
])('an error of %s that the browser reports as %s is its own: %s', (given, reported, same) => {
  expect(withError([{ url: given, answered: false }], reported, timeout)).toEqual([
    same ? { url: given, answered: true, error: timeout } : { url: given, answered: false },
  ]);
});
