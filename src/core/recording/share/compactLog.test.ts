import { expect, test } from 'vitest';
import type { LogEntry } from '../../session/log.ts';
import { recordingOf } from '../write/testing/literalRecording.ts';
import { compactRecording, expandedRecording } from './compactLog.ts';

const note = { attempt: 1, kind: 'note', topic: 'carried' } as const;
const message = { attempt: 1, kind: 'channel', event: 'received', label: 'x' } as const;
const series = { capacity: 4, stride: 1, added: 1, times: [5], columns: {} };

function shortLog(...log: readonly LogEntry[]): unknown {
  return (JSON.parse(compactRecording(recordingOf(log))) as { readonly log: unknown }).log;
}

test('an entry says only what does not follow from the one before it', () => {
  expect(
    shortLog(
      { ...note, id: 'e1', at: 0, what: 'a' },
      { ...note, id: 'e2', at: 1.5, step: 'token', what: 'b' },
      { ...note, id: 'e3', at: 1.5004, step: 'token', what: 'c' },
      { ...note, id: 'e4', at: 2, step: 'offer', attempt: 2, what: 'd' },
      { ...note, id: 'x', at: 2, attempt: 2, what: 'e' },
      { ...note, id: 'e5', at: 2, attempt: 2, what: 'f' },
    ),
  ).toEqual([
    { kind: 'note', at: 0, topic: 'carried', what: 'a' },
    { kind: 'note', at: 1500, step: 'token', topic: 'carried', what: 'b' },
    { kind: 'note', at: 0, topic: 'carried', what: 'c' },
    { kind: 'note', at: 500, step: 'offer', attempt: 2, topic: 'carried', what: 'd' },
    { kind: 'note', at: 0, step: 0, id: 'x', topic: 'carried', what: 'e' },
    { kind: 'note', at: 0, id: 'e5', topic: 'carried', what: 'f' },
  ]);
});

test('the head of a recording stays as it is, its series is left out', () => {
  const recording = recordingOf([], { name: 'Mine' });
  expect(JSON.parse(compactRecording({ ...recording, series }))).toEqual(recording);
});

test.each([
  ['{"a":[1,"b"]}', { a: [1, 'b'] }],
  ['[]', []],
  // Each of these would come back as another text.
  ['{"a":1.0}', '{"a":1.0}'],
  ['{ "a":1}', '{ "a":1}'],
  [' [1]', ' [1]'],
  ['{"a":', '{"a":'],
  ['7', '7'],
  ['"["', '"["'],
  ['{}}', '{}}'],
])('the message %s is written as JSON only where that gives it back', (text, written) => {
  expect(shortLog({ ...message, id: 'e1', at: 0, text })).toEqual([
    { kind: 'channel', at: 0, event: 'received', label: 'x', text: written },
  ]);
});

test('JSON in a member that is none of somebody’s messages stays a text', () => {
  expect(shortLog({ ...note, id: 'e1', at: 0, what: '{"a":1}' })).toEqual([
    { kind: 'note', at: 0, topic: 'carried', what: '{"a":1}' },
  ]);
});

test('a length of time has nine digits, a whole number all of them', () => {
  const step = { kind: 'step', attempt: 1, state: 'done' } as const;
  expect(
    shortLog(
      { ...step, id: 'e1', at: 0, took: 1.234_567_891_23 },
      { ...step, id: 'e2', at: 0, took: 1_234_567_891_234 },
    ),
  ).toEqual([
    { kind: 'step', at: 0, state: 'done', took: 1.234_567_89 },
    { kind: 'step', at: 0, state: 'done', took: 1_234_567_891_234 },
  ]);
});

test('what a link leaves out is put back', () => {
  expect(
    expandedRecording({
      name: 'Mine',
      log: [
        { kind: 'a', at: 1_500 },
        { kind: 'b', at: 500, step: 'token', body: [1], text: 'x', what: { c: 1 } },
        { kind: 'c', attempt: 2, id: 'x' },
        { kind: 'd', at: 'soon', step: 0, text: {} },
      ],
    }),
  ).toEqual({
    name: 'Mine',
    log: [
      { kind: 'a', id: 'e1', at: 1.5, attempt: 1 },
      { kind: 'b', id: 'e2', at: 2, attempt: 1, step: 'token', body: '[1]', text: 'x', what: { c: 1 } },
      { kind: 'c', id: 'x', at: 2, attempt: 2, step: 'token' },
      { kind: 'd', id: 'e4', at: 2, attempt: 2, text: '{}' },
    ],
  });
});

test.each([undefined, 'text', [1], { log: 'text' }, { log: [1, [2], 'x'] }])(
  'what is no recording stays what it is: %j',
  (json) => {
    expect(expandedRecording(json)).toEqual(json);
  },
);
