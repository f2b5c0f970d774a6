import { expect, test } from 'vitest';
import type { LogEntry } from '../core/session/log.ts';
import { createSeries } from '../core/session/series.ts';
import { summarise } from '../core/session/summarise.ts';
import { createTimeTravel, entriesUntil } from './TimeTravel.ts';

const at = (index: number, ms: number): LogEntry => ({
  id: `e${index + 1}`,
  at: ms,
  attempt: 1,
  kind: 'note',
  topic: 'left-out',
  what: 'x',
});
const step = (index: number, ms: number, state: 'running' | 'done' | 'failed'): LogEntry => ({
  id: `e${index + 1}`,
  at: ms,
  attempt: 1,
  kind: 'step',
  step: 'token',
  state,
});
const travel = (whole: readonly LogEntry[]) => createTimeTravel({ whole, startedAt: 5, series: undefined });

test('entries count up to and with those of the moment itself', () => {
  const log = [at(0, 0), at(1, 2), at(2, 2), at(3, 7)];
  expect([-1, 0, 1, 2, 6.9, 7, 99].map((moment) => entriesUntil(log, moment))).toEqual([0, 1, 1, 3, 3, 4, 4]);
});

test('at a moment, log, summary and clock are those of then', () => {
  const whole = [step(0, 0, 'running'), step(1, 4, 'done'), at(2, 9)];
  const then = travel(whole).at(3);
  expect(then.log).toEqual([whole[0]]);
  expect(then.whole).toBe(whole);
  expect(then.summary.steps[0]).toEqual({ step: 'token', state: 'running', startedAt: 0 });
  expect(then).toMatchObject({ clock: 3, moment: 3, startedAt: 5 });
});

test('the end is all of it, without a moment', () => {
  const whole = [step(0, 0, 'running'), step(1, 4, 'done')];
  const end = travel(whole).at();
  expect(end.log).toBe(whole);
  expect(end.clock).toBe(4);
  expect(end).not.toHaveProperty('moment');
});

test('before the first entry the first one shows', () => {
  expect(travel([at(0, 5), at(1, 6)]).at(1).log).toHaveLength(1);
});

test('far into a long log the summary is the one that folding all of it gives', () => {
  const whole = Array.from({ length: 5_000 }, (_, index) =>
    index % 700 === 3 ? step(index, index, index % 2 === 0 ? 'running' : 'failed') : at(index, index),
  );
  const moved = travel(whole);
  for (const moment of [0, 3, 999, 1_000, 1_001, 2_103, 4_999]) {
    const expected = summarise(whole.slice(0, moment + 1));
    expect(moved.at(moment).summary.steps).toEqual(expected.steps);
  }
});

test('statistics are those that had been measured by then', () => {
  const series = createSeries({ capacity: 8 });
  series.add(0, { rtt: 1 });
  series.add(10, { rtt: 2 });
  series.add(20, { rtt: 2, late: 1 });
  const moved = createTimeTravel({ whole: [at(0, 0), at(1, 30)], startedAt: 0, series });
  const then = moved.at(15).series?.series;
  expect(then?.times()).toEqual([0, 10]);
  expect(then?.length).toBe(2);
  expect(then?.columns()).toEqual(['rtt']);
  expect(then?.column('rtt')).toEqual({ at: [0, 10], values: [1, 2] });
  expect(then?.at(99)?.values).toEqual({ rtt: 2 });
  expect(then?.range()).toEqual({ from: 0, to: 10 });
  expect(moved.at(0).series?.series.length).toBe(1);
});
