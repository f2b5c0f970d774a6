import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { createSeries, type Series, type SeriesSample, seriesFromJSON } from './series.ts';

test('an empty series has no range and no sample', () => {
  const series = createSeries({ capacity: 10 });
  expect(series.range()).toBeUndefined();
  expect(series.at(5)).toBeUndefined();
  expect(series.columns()).toEqual([]);
});

test('a time between two samples shows the earlier one', () => {
  const series = createSeries({ capacity: 10 });
  series.add(100, { bytes: 1, state: 'checking' });
  series.add(200, { bytes: 2, state: 'checking' });
  expect(series.at(99)).toBeUndefined();
  expect(series.at(100)).toEqual({ at: 100, values: { bytes: 1, state: 'checking' } });
  expect(series.at(199)).toEqual({ at: 100, values: { bytes: 1, state: 'checking' } });
  expect(series.at(9_999)).toEqual({ at: 200, values: { bytes: 2, state: 'checking' } });
});

test('a column holds a value only where it changed', () => {
  const series = createSeries({ capacity: 10 });
  series.add(1, { rtt: 5 });
  series.add(2, { rtt: 5 });
  series.add(3, { rtt: 7, state: 'new' });
  series.add(4, { state: 'new' });
  expect(series.column('rtt')).toEqual({ at: [1, 3, 4], values: [5, 7, undefined] });
  expect(series.column('state')).toEqual({ at: [3], values: ['new'] });
  expect(series.column('unheard')).toEqual({ at: [], values: [] });
  expect(series.times()).toEqual([1, 2, 3, 4]);
});

test('a full series keeps every second sample, the first and the last', () => {
  const series = createSeries({ capacity: 4 });
  for (const at of [0, 1, 2, 3, 4]) series.add(at, { at });
  expect(series.times()).toEqual([0, 2, 4]);
  series.add(5, { at: 5 });
  expect(series.times()).toEqual([0, 2, 4, 5]);
  series.add(6, { at: 6 });
  expect(series.times()).toEqual([0, 2, 4, 6]);
  expect(series.column('at').values).toEqual([0, 2, 4, 6]);
});

test('a sample from the past, without a time, or a number that is none is left out', () => {
  const series = createSeries({ capacity: 10 });
  series.add(10, { rtt: 1 });
  series.add(9, { rtt: 2 });
  series.add(Number.NaN, { rtt: 3 });
  series.add(11, { rtt: Number.NaN });
  expect(series.times()).toEqual([10, 11]);
  expect(series.at(11)).toEqual({ at: 11, values: {} });
});

test('of two samples at one time both are kept, and the later one counts', () => {
  const series = createSeries({ capacity: 10 });
  series.add(1, { a: 1 });
  series.add(1, { a: 2 });
  expect(series.times()).toEqual([1, 1]);
  expect(series.at(1)).toEqual({ at: 1, values: { a: 2 } });
});

test('a field that was never measured has no column, nor one whose only value fell away', () => {
  const series = createSeries({ capacity: 4 });
  series.add(0, { never: Number.NaN });
  series.add(1, { once: 1 });
  for (const at of [2, 3]) series.add(at, {});
  expect(series.columns()).toEqual(['once']);
  series.add(4, {});
  expect(series.columns()).toEqual([]);
});

test('what does not change is written down once, however much falls away', () => {
  const series = createSeries({ capacity: 4 });
  for (const at of [0, 1, 2, 3, 4, 5, 6, 7]) series.add(at, { state: 'new' });
  expect(series.column('state')).toEqual({ at: [0], values: ['new'] });
});

test('no more fields are kept than asked for', () => {
  const series = createSeries({ capacity: 10, fields: 2 });
  series.add(1, { a: 1, b: 2, c: 3 });
  expect(series.columns()).toEqual(['a', 'b']);
});

test('what is stored and read again goes on as if nothing had happened', () => {
  const series = createSeries({ capacity: 4 });
  for (const at of [0, 1, 2, 3, 4, 5]) series.add(at, { at, odd: at % 2 === 0 ? undefined : 'odd' });
  const again = seriesFromJSON(JSON.parse(JSON.stringify(series)));
  expect(again?.toJSON()).toEqual(series.toJSON());
  again?.add(6, { at: 6 });
  expect(again?.times()).toEqual([0, 2, 4, 6]);
});

test('data that contradicts itself is no series', () => {
  const good = createSeries({ capacity: 4 });
  good.add(1, { a: 1 });
  const data = good.toJSON();
  expect(seriesFromJSON(data)).toBeDefined();
  expect(seriesFromJSON({ ...data, capacity: 1_000_000, times: [1, 1], added: 2 })).toBeDefined();
  for (const bad of [
    undefined,
    null,
    [],
    'x',
    {},
    { ...data, times: [2, 1], added: 2 },
    { ...data, times: ['1'] },
    { ...data, times: [1, '2'], added: 2 },
    { ...data, times: [Number.POSITIVE_INFINITY] },
    { ...data, times: 1, columns: {} },
    { ...data, times: [1, 2, 3, 4, 5], added: 5 },
    { ...data, added: 0 },
    { ...data, added: 1.5 },
    { ...data, stride: 0 },
    { ...data, capacity: -1 },
    { ...data, capacity: '4' },
    { ...data, capacity: 1_000_001 },
    { ...data, columns: [] },
    { ...data, columns: { a: 1 } },
    { ...data, columns: { a: { from: [0, 1], values: [1] } } },
    { ...data, columns: { a: { from: [0], values: [1, 2] } } },
    { ...data, columns: { a: { from: [1], values: [1] } } },
    { ...data, columns: { a: { from: [0, 7], values: [1, 2] } } },
    { ...data, columns: { a: { from: [0], values: [{}] } } },
    { ...data, times: [1, 2], added: 2, columns: { a: { from: [0, 1], values: [1, {}] } } },
  ]) {
    expect(seriesFromJSON(bad)).toBeUndefined();
  }
});

const sample = fc.record({
  later: fc.integer({ min: 0, max: 50 }),
  values: fc.dictionary(
    fc.constantFrom('rtt', 'state', 'bytes', '__proto__', 'toString'),
    fc.oneof(fc.integer({ min: 0, max: 3 }), fc.constantFrom('new', 'checking'), fc.constant(undefined)),
    { noNullPrototype: true },
  ),
});

test('every kept sample equals what was added, in order, bounded, with the first and the last', () => {
  fc.assert(
    fc.property(
      fc.array(sample, { minLength: 1, maxLength: 120 }),
      fc.integer({ min: 4, max: 17 }),
      fc.integer({ min: 0, max: 119 }),
      (samples, capacity, stored) => {
        let series: Series | undefined = createSeries({ capacity });
        let at = 0;
        const added = samples.map(({ later, values }): SeriesSample => {
          // Two samples of one time could not be told apart below.
          at += later + 1;
          return { at, values: withoutUndefined(values) };
        });
        for (const [index, { values }] of samples.entries()) {
          series?.add(added[index]?.at ?? 0, values);
          if (index === stored) series = seriesFromJSON(JSON.parse(JSON.stringify(series)));
        }
        const times = series?.times() ?? [];
        expect(times.length).toBeLessThanOrEqual(capacity);
        expect(times.length).toBeGreaterThan(Math.min(added.length, capacity) / 2 - 1);
        expect(times).toEqual(times.toSorted((left, right) => left - right));
        expect(series?.range()).toEqual({ from: added[0]?.at, to: at });
        for (const time of times) {
          expect(series?.at(time)).toEqual(added.find((one) => one.at === time));
        }
        for (const name of series?.columns() ?? []) {
          const { values } = series?.column(name) ?? { values: [] };
          expect(values.filter((value, index) => index > 0 && value === values[index - 1])).toEqual([]);
        }
      },
    ),
    { numRuns: 300 },
  );
});

test('the kept samples lie evenly over what was added', () => {
  const series = createSeries({ capacity: 100 });
  for (let index = 0; index < 10_000; index += 1) series.add(index, { index });
  const times = series.times();
  const gaps = times.slice(1, -1).map((time, index) => time - (times[index] ?? 0));
  expect(new Set(gaps)).toEqual(new Set([128]));
});

function withoutUndefined(values: Readonly<Record<string, number | string | undefined>>) {
  const entries = Object.entries(values).flatMap(([name, value]): [string, number | string][] =>
    value === undefined ? [] : [[name, value]],
  );
  return Object.fromEntries(entries);
}
