import { expect, test } from 'vitest';
import type { LogEntryOf } from '../session/log.ts';
import { silenceInWords, standingSilences } from './silences.ts';

const watch = (more: Partial<LogEntryOf<'watch'>>): LogEntryOf<'watch'> => ({
  id: 'e1',
  at: 3_000,
  attempt: 1,
  kind: 'watch',
  watch: 'ice-new',
  silentFor: 2_000,
  foresees: 'gather.none',
  ...more,
});

test('of each silence the last word counts, and none of one that is over; the longest comes first', () => {
  const log = [
    watch({ id: 'e1', watch: 'ice-server', subject: 'stun:a', silentFor: 1_500 }),
    watch({ id: 'e2', watch: 'ice-server', subject: 'stun:b', silentFor: 1_500 }),
    watch({ id: 'e3', watch: 'gathering', silentFor: 3_000 }),
    watch({ id: 'e4', watch: 'ice-server', subject: 'stun:b', silentFor: 2_800 }),
    watch({ id: 'e5', watch: 'ice-server', subject: 'stun:a', silentFor: 4_000, over: true }),
    watch({ id: 'e6', watch: 'checks', silentFor: 2_900 }),
  ];
  expect(standingSilences(log).map(({ id }) => id)).toEqual(['e3', 'e6', 'e4']);
  expect(standingSilences(log.slice(0, 3)).map(({ id }) => id)).toEqual(['e3', 'e1', 'e2']);
});

test('only silences are silences', () => {
  expect(
    standingSilences([{ id: 'e1', at: 0, attempt: 1, kind: 'state', machine: 'ice', to: 'new' }]),
  ).toEqual([]);
});

test.each([
  [{ watch: 'ice-server', subject: 'stun:a' }, 'stun:a has not answered for 2.0 s'],
  [{ watch: 'ice-server' }, 'An ICE server has not answered for 2.0 s'],
  [{ watch: 'gathering' }, 'Waiting for the end of gathering for 2.0 s'],
  [{ watch: 'ice-new' }, 'Waiting for the first connection check for 2.0 s'],
  [{ watch: 'no-candidates' }, 'Waiting for an address in the answer for 2.0 s'],
  [{ watch: 'checks' }, 'Waiting for an answer to the connection checks for 2.0 s'],
  [{ watch: 'dtls' }, 'Waiting for the end of the DTLS handshake for 2.0 s'],
  [{ watch: 'channel' }, 'Waiting for the data channel to open for 2.0 s'],
  [{ watch: 'session' }, 'Waiting for session.created for 2.0 s'],
] as const)('a silence in words: %j', (silence, words) => {
  expect(silenceInWords(watch(silence))).toBe(words);
});

test('when the browser itself will report it is said while that is still to come', () => {
  const words = 'Waiting for the first connection check for 2.0 s';
  expect(silenceInWords(watch({ until: 3_001 }))).toBe(
    `${words}; the browser itself will report it in about 1 ms`,
  );
  expect(silenceInWords(watch({ until: 3_000 }))).toBe(words);
});
