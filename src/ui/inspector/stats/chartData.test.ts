import { expect, test } from 'vitest';
import { createSeries } from '../../../core/session/series.ts';
import { bitrate, curve, moments, path, values } from './chartData.ts';

function series(...samples: readonly (readonly [number, Readonly<Record<string, number | undefined>>])[]) {
  const made = createSeries({ capacity: 100 });
  for (const [at, sample] of samples) made.add(at, sample);
  return made;
}

test('a value stands until it changes, and is gone once it is no longer measured', () => {
  const made = series([0, { rtt: 5 }], [250, { rtt: 5 }], [500, { rtt: 7 }], [750, { rtt: undefined }]);
  expect(values(made, 'rtt').map(({ value }) => value)).toEqual([5, 5, 7, undefined]);
});

test('a bitrate is what came between two samples', () => {
  const made = series([0, { bytesSent: 0 }], [1000, { bytesSent: 1000 }], [1500, { bytesSent: 1000 }]);
  expect(bitrate(made, 'bytesSent').map(({ value }) => value)).toEqual([undefined, 8000, 0]);
});

test('a counter that went back gives no negative bitrate', () => {
  const made = series([0, { bytesSent: 500 }], [1000, { bytesSent: 100 }]);
  expect(bitrate(made, 'bytesSent').at(-1)).toEqual({ at: 1000, value: undefined });
});

test('a curve knows its least, its most and its last value within the range', () => {
  const points = [
    { at: 0, value: 9 },
    { at: 100, value: 2 },
    { at: 200, value: 4 },
    { at: 300, value: 99 },
  ];
  expect(curve(points, { from: 150, to: 250 })).toMatchObject({ least: 2, most: 99, last: 99 });
  expect(curve(points, { from: 50, to: 200 })).toMatchObject({ points: { length: 4 } });
  expect(curve([{ at: 0, value: undefined }], { from: 0, to: 100 })).toBeUndefined();
});

test('a path has a gap where nothing was measured', () => {
  const points = [
    { at: 0, value: 0 },
    { at: 50, value: undefined },
    { at: 100, value: 10 },
  ];
  const drawn = path(
    { points, least: 0, most: 10, last: 10 },
    { from: 0, to: 100 },
    { width: 100, height: 20 },
  );
  expect(drawn).toBe('M0.0 20.0M100.0 0.0');
});

test('a long series becomes a table of evenly chosen moments', () => {
  expect(moments([0, 1, 2, 3, 4, 5, 6, 7, 8], 3)).toEqual([0, 4, 8]);
  expect(moments([0, 1], 3)).toEqual([0, 1]);
});
