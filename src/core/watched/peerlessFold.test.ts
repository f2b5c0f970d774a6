import { expect, test } from 'vitest';
import { foldPeer } from './peerFold.ts';
import { foldPeerless } from './peerlessFold.ts';
import { createSessionRoster } from './sessionRoster.ts';
import { linesOf, page, peerFact, requestOf } from './testing/watchedFacts.ts';

/** A page, and its session that asked for a token at 100 ms. */
function asking() {
  const roster = createSessionRoster(page);
  const session = roster.ofRequest(requestOf('r1', 'session'), 100);
  session.fold.begin('token', 100);
  const lines = () => linesOf(session.log).slice(2);
  return { roster, session, lines, peerless: foldPeerless(roster) };
}

const bad = { name: 'SyntaxError', message: 'bad URL' };
const granted = { kind: 'media', device: 'microphone', event: 'granted' } as const;

test('a peer connection that cannot be made fails the offer', () => {
  const { session, lines, peerless } = asking();
  peerless.noPeer(bad, 150);
  expect(session.outcome()).toBe('failed');
  expect(lines()).toEqual([
    'e3 50 #1 token step state=done took=50',
    'e4 50 #1 ice-config step state=skipped',
    'e5 50 #1 offer step state=running',
    'e6 50 #1 offer connection-failure failure={"reason":"configuration","error":{"name":"SyntaxError","message":"bad URL"}}',
    'e7 50 #1 offer step state=failed took=0 failedBy=e6',
    'e8 50 #1 - run state=failed by=failure',
  ]);
});

test('one connection too many is told from a bad configuration', () => {
  const roster = createSessionRoster(page);
  foldPeerless(roster).noPeer({ name: 'UnknownError', message: 'Cannot create so many' }, 150);
  expect(roster.known).toHaveLength(1);
  expect(roster.known[0]?.log.find(({ kind }) => kind === 'connection-failure')).toMatchObject({
    at: 0,
    failure: { reason: 'limit' },
  });
});

test('after a failed request it is that request’s consequence', () => {
  const { roster, session, lines, peerless } = asking();
  session.fold.fail('token', 'e2', 140);
  peerless.noPeer(bad, 150);
  expect(roster.known).toHaveLength(1);
  expect(lines()).toEqual([
    'e3 50 #1 token step state=failed took=50 failedBy=e2',
    'e4 50 #1 - run state=failed by=failure',
  ]);
});

test('while a request is under way, its reply is waited for', () => {
  const { session, lines, peerless } = asking();
  session.open = 1;
  peerless.noPeer(bad, 150);
  expect([session.refused, lines()]).toEqual([bad, []]);
});

test('where the session has a peer connection already, the other one begins a session of its own', () => {
  const { roster, session, peerless } = asking();
  session.open = 1;
  session.peer = foldPeer(peerFact(120, 1), session.fold, page, () => true);
  peerless.noPeer(bad, 150);
  expect(roster.known.map((each) => each.outcome())).toEqual(['running', 'failed']);
});

test('what happens to devices is told to the last session, while it goes on or stands', () => {
  const { roster, session, lines, peerless } = asking();
  peerless.observe(granted, 150);
  session.fold.connected(160);
  peerless.observe({ kind: 'track', event: 'added', media: 'audio' }, 170);
  expect(lines()).toEqual([
    'e3 50 #1 token media device=microphone event=granted',
    'e4 60 #1 - run state=connected',
    'e5 70 #1 token track event=added media=audio',
  ]);
  session.fold.stop(180);
  peerless.observe({ kind: 'track', event: 'ended', media: 'audio' }, 190);
  expect([roster.known.length, lines().length]).toEqual([1, 4]);
});

test('what happens to devices between two sessions is told to the next', () => {
  const roster = createSessionRoster(page);
  const peerless = foldPeerless(roster);
  peerless.observe(granted, 50);
  peerless.observe({ kind: 'track', event: 'added', media: 'audio' }, 60);
  peerless.observe({ kind: 'media', device: 'playback', event: 'refused' }, 70);
  const { log } = roster.ofRequest(requestOf('r1', 'session'), 100);
  expect(linesOf(log).slice(1)).toEqual([
    'e2 0 #1 token media device=microphone event=granted',
    'e3 0 #1 token media device=playback event=refused',
  ]);
});

test.each([
  ['NotAllowedError', 'permission'],
  ['SecurityError', 'permission'],
  ['NotFoundError', 'device'],
])('a device that is refused with %s where nothing began is a failed session: %s', (name, reason) => {
  const roster = createSessionRoster(page);
  const error = { name, message: 'no' };
  foldPeerless(roster).observe({ kind: 'media', device: 'camera', event: 'refused', error }, 50);
  expect(roster.known.map(({ log }) => linesOf(log).slice(4))).toEqual([
    [
      `e5 0 #1 offer media device=camera event=refused error={"name":"${name}","message":"no"}`,
      `e6 0 #1 offer connection-failure failure={"reason":"${reason}","device":"camera","error":{"name":"${name}","message":"no"}}`,
      'e7 0 #1 offer step state=failed took=0 failedBy=e6',
      'e8 0 #1 - run state=failed by=failure',
    ],
  ]);
});

test('a device that is refused without a word is refused all the same', () => {
  const roster = createSessionRoster(page);
  foldPeerless(roster).observe({ kind: 'media', device: 'microphone', event: 'refused' }, 50);
  expect(roster.known[0]?.log.find(({ kind }) => kind === 'connection-failure')).toMatchObject({
    failure: { reason: 'device', device: 'microphone', error: { name: 'Error', message: '' } },
  });
});
