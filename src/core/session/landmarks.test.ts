import { expect, test } from 'vitest';
import { landmarks, messageCount, sketch } from './landmarks.ts';
import type { LogEntry } from './log.ts';

function state(number: number): LogEntry {
  return { id: `e${number}`, at: number, attempt: 1, kind: 'state', machine: 'ice', to: 'checking' };
}

function message(number: number, messageType = 'delta'): LogEntry {
  return {
    id: `e${number}`,
    at: number,
    attempt: 1,
    kind: 'channel',
    event: number % 2 === 0 ? 'received' : 'sent',
    label: 'x',
    text: '',
    messageType,
  };
}

const opened: LogEntry = { id: 'e2', at: 2, attempt: 1, kind: 'channel', event: 'open', label: 'x' };
const log = [state(1), opened, message(3, 'session.created'), message(4), message(5), state(6), message(7)];
const ids = (entries: readonly LogEntry[]) => entries.map(({ id }) => id);

test('of the conversation, only what began the session is a landmark', () => {
  expect(ids(landmarks(log))).toEqual(['e1', 'e2', 'e3', 'e6']);
  expect(messageCount(log)).toBe(4);
});

test('an empty log has none', () => {
  expect(landmarks([])).toEqual([]);
  expect(messageCount([])).toBe(0);
});

test('while only messages come, it is the same array', () => {
  const before = landmarks(log);
  expect(landmarks([...log, message(8)])).toBe(before);
  expect(ids(landmarks([...log, message(8), state(9)]))).toEqual(['e1', 'e2', 'e3', 'e6', 'e9']);
});

test('a log that goes back in time has those that it holds', () => {
  landmarks(log);
  expect(ids(landmarks(log.slice(0, 5)))).toEqual(['e1', 'e2', 'e3']);
  expect(messageCount(log.slice(0, 5))).toBe(3);
  expect(ids(landmarks(log))).toEqual(['e1', 'e2', 'e3', 'e6']);
});

test('a log that begins alike and goes on differently is another one', () => {
  landmarks(log);
  const other = [...log.slice(0, 2), state(3), state(4), state(5), state(6), state(7)];
  expect(ids(landmarks(other))).toEqual(['e1', 'e2', 'e3', 'e4', 'e5', 'e6', 'e7']);
  expect(ids(landmarks(log))).toEqual(['e1', 'e2', 'e3', 'e6']);
});

test('a sketch has every landmark, in order, and about as many messages as can be drawn', () => {
  const long = [
    ...log,
    ...Array.from({ length: 5_000 }, (_, index) => message(8 + index)),
    state(5_008),
    message(5_009),
  ];
  const drawn = sketch(long);
  const numbers = ids(drawn).map((id) => Number(id.slice(1)));
  expect(numbers).toEqual(numbers.toSorted((one, other) => one - other));
  expect(ids(drawn)).toEqual(expect.arrayContaining(['e1', 'e2', 'e3', 'e6', 'e5008']));
  expect(drawn.length).toBeGreaterThan(100);
  expect(drawn.length).toBeLessThan(210);
});

test('a log is its own sketch up to 200 messages, however many landmarks it has', () => {
  expect(sketch(log)).toBe(log);
  const states = Array.from({ length: 300 }, (_, index) => state(index));
  expect(sketch(states)).toBe(states);
  const messages = Array.from({ length: 200 }, (_, index) => message(index));
  expect(sketch(messages)).toBe(messages);
  expect(sketch([...messages, message(200)])).toHaveLength(101);
});
