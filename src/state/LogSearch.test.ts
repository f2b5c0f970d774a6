import { signal } from '@preact/signals';
import { expect, test } from 'vitest';
import type { LogEntry } from '../core/session/log.ts';
import { createLogSearch } from './LogSearch.ts';

function entries(count: number, from = 1): readonly LogEntry[] {
  return Array.from({ length: count }, (_, place) => ({
    id: `e${from + place}`,
    at: place,
    attempt: 1,
    kind: 'track',
    media: (from + place) % 2 === 0 ? 'audio' : 'video',
    event: 'mute',
  }));
}

/** A clock that each look moves on by so many ms, and timers that wait to be called. */
function open(initial: readonly LogEntry[], filter = '', tick = 0) {
  const log = signal(initial);
  const text = signal(filter);
  let time = 0;
  const waiting: (() => void)[] = [];
  const search = createLogSearch({
    log,
    text,
    now: () => {
      time += tick;
      return time;
    },
    after: (_ms, task) => {
      waiting.push(task);
      return () => {
        waiting.splice(waiting.indexOf(task), 1);
      };
    },
  });
  const ids = () => search.shown.value.map(({ id }) => id);
  const settle = () => {
    for (let task = waiting.shift(); task !== undefined; task = waiting.shift()) task();
  };
  return { log, text, search, ids, settle, waiting };
}

test('without a filter the log itself is shown', () => {
  const log = entries(3);
  const { search } = open(log);
  expect(search.shown.value).toBe(log);
});

test('a short log is searched at once', () => {
  expect(open(entries(4), 'audio').ids()).toEqual(['e2', 'e4']);
});

test('what is new is searched when it comes', () => {
  const { log, ids } = open(entries(4), 'audio');
  log.value = entries(6);
  expect(ids()).toEqual(['e2', 'e4', 'e6']);
});

test('a new filter searches the whole log, a worse one tells why', () => {
  const { text, search, ids } = open(entries(4), 'audio');
  text.value = 'video';
  expect(ids()).toEqual(['e1', 'e3']);
  text.value = 'level:loud';
  expect(search.filter.value.problems).toHaveLength(1);
  expect(ids()).toEqual([]);
});

test('a log that goes back in time shows its beginning, and goes on from there', () => {
  const all = entries(6);
  const { log, ids } = open(all, 'audio');
  log.value = all.slice(0, 3);
  expect(ids()).toEqual(['e2']);
  log.value = all;
  expect(ids()).toEqual(['e2', 'e4', 'e6']);
});

test('another log begins anew', () => {
  const { log, ids } = open(entries(6), 'audio');
  log.value = entries(2, 11);
  expect(ids()).toEqual(['e12']);
});

test('a long log is searched in slices, and shown when it is', () => {
  const { ids, settle, waiting } = open(entries(5_000), 'audio', 5);
  expect(ids()).toEqual([]);
  expect(waiting).toHaveLength(1);
  settle();
  expect(ids()).toHaveLength(2_500);
});

test('an ended search waits for nothing', () => {
  const { search, log, waiting } = open(entries(5_000), 'audio', 5);
  search.end();
  expect(waiting).toEqual([]);
  log.value = [];
  expect(waiting).toEqual([]);
});
