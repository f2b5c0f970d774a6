import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseFilter } from './filter.ts';
import type { LogEntry, Unlogged } from './log.ts';
import { LogIndex } from './logIndex.ts';

const url = 'https://a.test/v1/realtime/calls';
const reported: readonly Unlogged[] = [
  { kind: 'state', machine: 'ice', to: 'checking' },
  { kind: 'state', machine: 'ice', to: 'failed', step: 'connection' },
  {
    kind: 'candidate',
    step: 'offer',
    side: 'local',
    candidate: 'candidate:1 1 udp 2 192.0.2.7 4011 typ host',
  },
  { kind: 'candidate-error', step: 'offer', url: 'stun:a.test', errorCode: 401, errorText: 'Ünauthorized' },
  {
    kind: 'rest-error',
    step: 'call',
    request: { id: 'r3', endpoint: 'calls', method: 'POST', url },
    failure: { reason: 'http', status: 401, reading: { format: 'empty', answeredBy: 'orga' } },
  },
  { kind: 'track', media: 'audio', event: 'mute' },
];
/** A reply with this status. */
const replied = (status: number): Unlogged => ({
  kind: 'rest-error',
  step: 'call',
  request: { id: `r${status}`, endpoint: 'calls', method: 'POST', url },
  failure: { reason: 'http', status, reading: { format: 'empty', answeredBy: 'orga' } },
});

function logOf(kinds: readonly number[]): readonly LogEntry[] {
  return kinds.map((kind, index): LogEntry => {
    const entry = reported[kind % reported.length] ?? { kind: 'run', state: 'failed' };
    return { ...entry, id: `e${index + 1}`, at: index, attempt: 1 };
  });
}

function indexed(log: readonly LogEntry[]): LogIndex {
  const index = new LogIndex();
  index.follow(log);
  index.extend(log.length);
  return index;
}

const mixed = logOf(Array.from({ length: 3000 }, (_, index) => index));

test('finds what stands in the first, the last and every block between', () => {
  const log = logOf(Array.from({ length: 3000 }, (_, index) => ([0, 1500, 2999].includes(index) ? 4 : 0)));
  const found = indexed(log).select(parseFilter('status:401'), 0, 3000);
  expect(found.map(({ id }) => id)).toEqual(['e1', 'e1501', 'e3000']);
});

test.each([
  ['step:call', ['e1', 'e2', 'e3', 'e4', 'e1030']],
  ['request:r400', ['e2']],
  ['request:r499', ['e3']],
  ['request:r500', ['e4', 'e1030']],
  ['-request:r500 step:call', ['e1', 'e2', 'e3']],
  ['status:4xx', ['e2', 'e3']],
  ['status:500', ['e4', 'e1030']],
  ['"post /v1/realtime/calls → 399"', ['e1']],
  ['"ice state is new"', ['e5']],
  ['"remote audio track"', ['e1024']],
  ['kind:track', ['e1024']],
  ['0', []],
])('%s finds %j', (text, ids) => {
  const log = [
    ...[399, 400, 499, 500].map(replied),
    ...Array.from({ length: 1027 }, (_, index): Unlogged => {
      if (index === 1019) return { kind: 'track', media: 'audio', event: 'mute' };
      if (index === 1025) return replied(500);
      return { kind: 'state', step: 'offer', machine: index === 0 ? 'ice' : 'sctp', to: 'new' };
    }),
  ].map((entry, index): LogEntry => ({ ...entry, id: `e${index + 1}`, at: index, attempt: 1 }));
  const found = indexed(log).select(parseFilter(text), 0, log.length);
  expect(found.map(({ id }) => id)).toEqual(ids);
});

test('of a range, finds what is in it', () => {
  const found = indexed(mixed).select(parseFilter(''), 1022, 1026);
  expect(found.map(({ id }) => id)).toEqual(['e1023', 'e1024', 'e1025', 'e1026']);
});

test('grows by pieces that are smaller than a block', () => {
  const index = new LogIndex();
  index.follow(mixed);
  for (let pieces = 0; pieces < 3; pieces += 1) index.extend(10);
  expect(index.select(parseFilter('kind:track'), 0, 30).map(({ id }) => id)).toEqual([
    'e6',
    'e12',
    'e18',
    'e24',
    'e30',
  ]);
});

test('grows a piece at a time, and finds nothing of what it has not reached', () => {
  const index = new LogIndex();
  index.follow(mixed);
  index.extend(1500);
  expect(index.count).toBe(1500);
  expect(index.select(parseFilter('track'), 0, 3000)).toHaveLength(250);
  index.extend(2000);
  expect(index.select(parseFilter('track'), 0, 3000)).toHaveLength(500);
});

test('goes on with a log that begins alike, shorter or longer, and begins anew with another', () => {
  const index = indexed(mixed);
  expect(index.follow(mixed.slice(0, 10))).toBe(true);
  expect(index.count).toBe(3000);
  expect(index.follow([...mixed, ...logOf([0])])).toBe(true);
  index.extend(10);
  expect(index.count).toBe(3001);
  expect(index.follow(logOf([3]))).toBe(false);
  expect(index.count).toBe(0);
  index.extend(10);
  expect(index.select(parseFilter(''), 0, 1).map(({ kind }) => kind)).toEqual(['candidate-error']);
});

test('finds what the filter finds by itself, whatever the log and the filter', () => {
  const word = fc.constantFrom(
    'type:ice',
    'kind:state',
    'level:warn',
    'level:warn+',
    'step:offer',
    'request:r3',
    'status:401',
    'status:4xx',
    '401',
    '11',
    '4011',
    'ICE',
    'host',
    '"is failed"',
    'ünauth',
    'local candidate',
    'x',
  );
  const term = fc.tuple(fc.constantFrom('', '-'), word).map(([minus, text]) => minus + text);
  fc.assert(
    fc.property(
      fc.array(fc.nat({ max: 5 }), { maxLength: 40 }),
      fc.array(term, { maxLength: 3 }),
      (kinds, terms) => {
        const log = logOf(kinds);
        const filter = parseFilter(terms.join(' '));
        expect(indexed(log).select(filter, 0, log.length)).toEqual(log.filter(filter.matches));
      },
    ),
    { numRuns: 500 },
  );
});
