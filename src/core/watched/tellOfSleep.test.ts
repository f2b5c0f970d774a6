import { expect, test } from 'vitest';
import { createSessionRoster } from './sessionRoster.ts';
import { tellOfSleep } from './tellOfSleep.ts';
import { linesOf, page } from './testing/watchedFacts.ts';

/** What two samples tell, the second so many ms later by the page’s clock and by the wall’s. */
function told(monotonic: number, wallClock: number): readonly string[] {
  const session = createSessionRoster(page).ofPeer('[]', 100);
  const before = session.log.length;
  const sample = (at: number, wall: number) =>
    tellOfSleep(session, { saw: 'sample', peer: 1, values: {}, at, wall });
  sample(200, 50_000);
  sample(200 + monotonic, 50_000 + wallClock);
  return linesOf(session.log.slice(before)).map((line) => line.replace(/^e\d+ /, ''));
}

test('a wall clock that ran away by more than three seconds tells of a sleep', () => {
  expect(told(2000, 5000)).toEqual([]);
  expect(told(2000, 5001)).toEqual(['2100 #1 offer sleep wallClock=5001 monotonic=2000 late=2000']);
});

test('a wall clock that was set back tells of none', () => {
  expect(told(2000, -90_000)).toEqual([]);
});

test('more than 65 seconds without a sample tell of a sleep, less is a hidden page', () => {
  expect(told(65_000, 65_000)).toEqual([]);
  expect(told(65_001, 65_001)).toEqual(['65101 #1 offer sleep wallClock=65001 monotonic=65001 late=65001']);
});
