import { expect, test } from 'vitest';
import { readLog } from './readLog.ts';

const run = (id: string, at: number) => ({ id, at, attempt: 1, kind: 'run', state: 'continued' });

/** Levels of a list within a list, or of an object within an object. */
function nested(levels: number, wrap: (inner: unknown) => unknown): unknown {
  let value: unknown = 'x';
  for (let level = 0; level < levels; level += 1) value = wrap(value);
  return value;
}

test('entries are sorted by time, those of the same time stay in their order', () => {
  const { log, notes } = readLog([run('e1', 5), run('e2', 1), run('e3', 3), run('e4', 1)]);
  expect(log.map(({ id }) => id)).toEqual(['e2', 'e4', 'e3', 'e1']);
  expect(notes).toEqual(['The entries were not in the order of time: they are sorted now.']);
});

test.each([
  [20, []],
  [21, ['1 more entry is left out for reasons like these.']],
  [22, ['2 more entries are left out for reasons like these.']],
])('of %i bad entries twenty are named', (count, others) => {
  const { notes } = readLog(Array.from({ length: count }, () => 0));
  const named = Array.from({ length: 20 }, (_, index) => `Entry ${index + 1}: no object; left out.`);
  expect(notes).toEqual([...named, ...others]);
});

const response = {
  id: 'e1',
  at: 0,
  attempt: 1,
  kind: 'response',
  request: 'r1',
  status: 200,
  statusText: '',
  headers: {},
  body: '',
  bodyBytes: 0,
  headersAfter: 1,
  took: 1,
  correlationExposed: true,
  redirected: false,
};

test.each([
  ['an id that is a key', run('sk_orga_ai_Zb3kQ9x1', 0), 'its id looks like a secret; left out.'],
  [
    'more header fields than any server sends',
    {
      ...response,
      headers: Object.fromEntries(Array.from({ length: 1_001 }, (_, index) => [`x-${index}`, ''])),
    },
    'response: headers has too many members; left out.',
  ],
  [
    'a header field with a long name that is no text',
    { ...response, headers: { ['n'.repeat(100)]: 7 } },
    `response: headers.${'n'.repeat(52)} must be string; left out.`,
  ],
])('%s is named without repeating what stands there', (_, entry, problem) => {
  expect(readLog([entry])).toEqual({ log: [], notes: [`Entry 1: ${problem}`] });
});

test('null within lists of an entry is absent, too', () => {
  const pair = { local: 'host udp', remote: 'host udp', state: 'failed', nominated: false };
  const statistics = { id: 'e1', at: 0, attempt: 1, kind: 'statistics', moment: 'sample' };
  const { log, notes } = readLog([{ ...statistics, pairs: [{ ...pair, requestsSent: null }, pair] }]);
  expect(log).toEqual([{ ...statistics, pairs: [pair, pair] }]);
  expect(notes).toEqual([]);
});

test.each([
  ['lists', (inner: unknown) => [inner]],
  ['objects', (inner: unknown) => ({ inner })],
])('%s nested 100,000 levels deep beside a null do not overflow', (_, wrap) => {
  const { log } = readLog([{ ...run('e1', 0), step: null, extra: nested(100_000, wrap) }]);
  expect(log).toEqual([run('e1', 0)]);
});

test('a thousand header fields and a text of 262,144 characters are read whole', () => {
  const headers = Object.fromEntries(Array.from({ length: 1_000 }, (_, index) => [`x-${index}`, '']));
  const entry = { ...response, headers, body: 'x'.repeat(262_144) };
  expect(readLog([entry])).toEqual({ log: [entry], notes: [] });
});
