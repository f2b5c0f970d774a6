import { expect, test } from 'vitest';
import { internalsSamples } from './internalsSamples.ts';

const iso = (ms: number) => new Date(ms).toISOString();
const column = (
  statsType: string,
  values: unknown,
  startTime: unknown = iso(1_000),
  endTime: unknown = iso(3_000),
) => ({
  statsType,
  startTime,
  endTime,
  values: JSON.stringify(values),
});

test('columns become reports, those of a moment one sample, in the order of time', () => {
  expect(
    internalsSamples({
      'CP-a-1-timestamp': column('candidate-pair', [2_000, 3_000]),
      'CP-a-1-state': column('candidate-pair', ['in-progress', 'succeeded']),
      'CP-a-1-requestsSent': column('candidate-pair', [1, 2]),
      'T-timestamp': { ...column('transport', []), values: [1_000, '2000', 'x'] },
      'T-dtlsState': { ...column('transport', []), values: ['new', 'connected'] },
    }),
  ).toEqual([
    { at: 1_000, stats: [{ id: 'T', type: 'transport', dtlsState: 'new' }] },
    {
      at: 2_000,
      stats: [
        { id: 'CP-a-1', type: 'candidate-pair', state: 'in-progress', requestsSent: 1 },
        { id: 'T', type: 'transport', dtlsState: 'connected' },
      ],
    },
    { at: 3_000, stats: [{ id: 'CP-a-1', type: 'candidate-pair', state: 'succeeded', requestsSent: 2 }] },
  ]);
});

test('what is not read is left out', () => {
  expect(
    internalsSamples({
      'T-timestamp': column('transport', [1_000]),
      'T-[bytesSent_in_bits/s]': column('transport', [9]),
      'T-selectedCandidatePairChanges': column('transport', [9]),
      'T-packetsSent-[x]': column('transport', [9]),
      'C-timestamp': column('codec', [1_000]),
      'C-state': column('codec', ['x']),
      'T-iceState': column('transport', { 0: 'new' }),
      'T-dtlsState': { ...column('transport', []), values: '[' },
      state: column('transport', ['x']),
      'T-packetsSent': null,
    }),
  ).toEqual([{ at: 1_000, stats: [{ id: 'T', type: 'transport' }] }]);
  expect(internalsSamples('none')).toEqual([]);
});

const sent = (start: unknown, values: readonly number[]) =>
  internalsSamples({
    'T-timestamp': column('transport', [1_000.5, 2_000.5, 3_000.5]),
    'T-packetsSent': column('transport', values, start),
  }).map(({ stats }) => stats[0]?.packetsSent);

test.each([
  [iso(1_000), [1], [1, undefined, undefined]],
  [iso(2_000), [2, 3], [undefined, 2, 3]],
  [iso(2_000), [2], [undefined, 2, undefined]],
  [iso(3_000), [2, 3], [undefined, 2, 3]],
  [iso(9_000), [3], [undefined, undefined, 3]],
  [2_000, [2, 3], [undefined, 2, 3]],
  ['yesterday', [1], [1, undefined, undefined]],
  [iso(3_000), [1, 2, 3], [1, 2, 3]],
  [iso(3_000), [1, 2, 3, 4], [1, 2, 3]],
])('a member that appears at %s with %j begins there', (start, values, told) => {
  expect(sent(start, values)).toEqual(told);
});

test('without a column of times the values are spread evenly, on whole seconds', () => {
  expect(
    internalsSamples({
      'T-packetsSent': column('transport', [1, 2, 3], iso(1_400), iso(4_600)),
      'T-bytesSent': column('transport', [5, 6], iso(3_000), iso(4_600)),
    }),
  ).toEqual([
    { at: 1_000, stats: [{ id: 'T', type: 'transport', packetsSent: 1 }] },
    { at: 3_000, stats: [{ id: 'T', type: 'transport', packetsSent: 2, bytesSent: 5 }] },
    { at: 5_000, stats: [{ id: 'T', type: 'transport', packetsSent: 3, bytesSent: 6 }] },
  ]);
  expect(internalsSamples({ 'T-packetsSent': column('transport', [7], iso(1_400), iso(9_000)) })).toEqual([
    { at: 1_000, stats: [{ id: 'T', type: 'transport', packetsSent: 7 }] },
  ]);
  const longer = {
    'T-packetsSent': column('transport', [7], iso(1_400)),
    'T-other': column('transport', [1, 2, 3]),
  };
  expect(internalsSamples(longer)).toHaveLength(1);
  expect(internalsSamples({ 'T-packetsSent': column('transport', []) })).toEqual([]);
});

test('a sample has two thousand reports at most', () => {
  const stats = Object.fromEntries(
    Array.from({ length: 2_001 }, (_, index) => [`T${index}-timestamp`, column('transport', [1_000])]),
  );
  expect(internalsSamples(stats).map((each) => each.stats.length)).toEqual([2_000]);
});
