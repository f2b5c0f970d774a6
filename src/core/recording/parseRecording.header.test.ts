import { expect, test } from 'vitest';
import { parseRecording } from './parseRecording.ts';

const begin = { id: 'e1', at: 0, attempt: 1, kind: 'run', state: 'continued' };
const file = { format: 'webrtc-session-recording', version: 1, id: 'r1', log: [begin] };
const noBeginning = 'The log does not have its beginning (run-started): settings and wall clock are unknown.';

function opened(json: unknown) {
  const reading = parseRecording(json);
  if (!reading.ok) throw new Error(reading.problem);
  return reading;
}

test('of a header that says nothing everything has its default', () => {
  expect(opened(file)).toEqual({
    ok: true,
    recording: {
      format: 'webrtc-session-recording',
      version: 1,
      product: 'unknown',
      source: 'debugger',
      id: 'r1',
      startedAt: 0,
      userAgent: '',
      log: [begin],
    },
    notes: [noBeginning],
  });
});

test('texts of a header are cut, what is no text is left out', () => {
  const long = { product: 'p'.repeat(101), name: 'n'.repeat(201), scenario: 's'.repeat(201) };
  expect(opened({ ...file, ...long, userAgent: 'u'.repeat(1_001) }).recording).toMatchObject({
    product: 'p'.repeat(100),
    name: 'n'.repeat(200),
    scenario: 's'.repeat(200),
    userAgent: 'u'.repeat(1_000),
  });
  const { recording } = opened({ ...file, product: 1, name: null, scenario: [], userAgent: 7 });
  expect(recording).toMatchObject({ product: 'unknown', userAgent: '' });
  expect(Object.keys(recording)).not.toContain('name');
  expect(Object.keys(recording)).not.toContain('scenario');
});

test('a verdict that cannot be read is left out and said, one that is absent is not missed', () => {
  expect(opened({ ...file, verdict: 7 }).notes).toEqual([
    noBeginning,
    'The verdict as recorded could not be read and is left out.',
  ]);
  const verdict = { code: 'ice.unreachable', certainty: 'proved', title: 'No path' };
  const { recording, notes } = opened({ ...file, verdict });
  expect(recording.verdict).toEqual(verdict);
  expect(notes).toEqual([noBeginning]);
});

test('one entry with a secret is counted as one', () => {
  const note = { ...begin, id: 'e2', kind: 'note', topic: 'carried', what: 'sk_orga_ai_Zb3kQ9x1' };
  expect(opened({ ...file, log: [begin, note] }).notes).toEqual([
    noBeginning,
    '1 entry held what looks like a secret: replaced.',
  ]);
});

const series = { capacity: 4, stride: 1, added: 1, times: [5], columns: {} };
const column = { from: [0], values: [7] };

test('a series that is null is absent; of its columns a thousand are kept, none that reaches a prototype', () => {
  expect(opened({ ...file, series: null }).notes).toEqual([noBeginning]);
  const columns = Object.fromEntries(Array.from({ length: 1_001 }, (_, index) => [`c${index}`, column]));
  const kept = opened({ ...file, series: { ...series, columns } }).recording.series?.columns ?? {};
  expect([Object.keys(kept).length, 'c999' in kept, 'c1000' in kept]).toEqual([1_000, true, false]);
  const reaching = { prototype: column, constructor: column, rtt: column };
  expect(opened({ ...file, series: { ...series, columns: reaching } }).recording.series).toEqual({
    ...series,
    columns: { rtt: column },
  });
});

test.each([
  [undefined, 'This is absent, no recording.'],
  [7, 'This is a number, no recording.'],
  [{ format: 'har' }, 'This is no recording: its "format" is another.'],
])('%j is no recording, and what one is stands beside', (json, problem) => {
  expect(parseRecording(json)).toEqual({
    ok: false,
    problem: `${problem} A recording is an object with format "webrtc-session-recording", version and log.`,
  });
});

test('a version that is a list, and a log that is a text, are named', () => {
  expect(parseRecording({ ...file, version: [1] })).toEqual({
    ok: false,
    problem: 'The recording’s "version" is a list, not a whole number from 1. The file is damaged.',
  });
  expect(parseRecording({ ...file, log: 'x' })).toEqual({
    ok: false,
    problem:
      'The recording’s log is a string, not a list of entries. The file is damaged, or not from this debugger.',
  });
});

const idOf = (log: readonly unknown[]) => opened({ ...file, id: undefined, log }).recording.id;

test('a file that names no id has that of its log: FNV-1a of how many entries there are, the first and the last', () => {
  // Of `1|0 run |0 run ` and `2|0 run 5|7 run `.
  expect(idOf([begin])).toBe('log-0a666e9a');
  expect(
    idOf([
      { ...begin, wallClock: 5 },
      { ...begin, id: 'e2', at: 7 },
    ]),
  ).toBe('log-972b6769');
  expect(opened({ ...file, id: 'sk_orga_ai_Zb3kQ9x1' }).recording.id).toBe('log-0a666e9a');
});

test('for the id of a log it does not matter how deep a foreign entry nests', () => {
  let deep: unknown = 1;
  for (let level = 0; level < 100_000; level += 1) deep = [deep];
  expect(idOf([{ at: deep, kind: deep, wallClock: deep }, begin])).toMatch(/^log-[0-9a-f]{8}$/);
  expect(idOf([7, begin])).toMatch(/^log-[0-9a-f]{8}$/);
});
