import { expect, test } from 'vitest';
import { looksLikeNdjson, readNdjson } from './readNdjson.ts';

const line = (id: string) => JSON.stringify({ id, at: 0, attempt: 1, kind: 'run', state: 'stopped' });

const long = (characters: number) => JSON.stringify({ id: 'e1', kind: 'run', text: 'x'.repeat(characters) });

test.each([
  ['an entry alone', line('e1')],
  ['one before a broken line', `${line('e1')}\nbroken`],
  ['one behind a mark of the byte order', `\uFEFF${line('e1')}\n${line('e2')}`],
  ['one behind empty lines, ended as on Windows', `\n  ${line('e1')}\r\n`],
  ['a long one', long(999_000)],
])('the first line is known as an entry: %s', (_, text) => {
  expect(looksLikeNdjson(text)).toBe(true);
});

test.each([
  ['an object with a log', JSON.stringify({ id: 'e1', kind: 'run', log: [] })],
  ['a kind that is no text', JSON.stringify({ id: 'e1', kind: 7 })],
  ['an id that is no text', JSON.stringify({ id: 7, kind: 'run' })],
  ['a list', `[${line('e1')}]`],
  ['an object of several lines', '{\n"id":"e1","kind":"run"}'],
  ['one that is too long', long(1_000_000)],
  ['words', 'hello\nthere'],
  ['nothing', ''],
])('the first line is no entry: %s', (_, text) => {
  expect(looksLikeNdjson(text)).toBe(false);
});

const reading = (...lines: readonly string[]) => {
  const read = readNdjson(lines.join('\n'));
  return read.ok ? [read.recording.log.map(({ id }) => id), read.notes.slice(1)] : read.problem;
};

test('lines are entries; empty ones are nothing', () => {
  expect(reading(line('e1'), '', '  ', line('e2'), '')).toEqual([['e1', 'e2'], []]);
});

test('broken lines are counted, the first is named, and whether it was cut off', () => {
  expect(reading(line('e1'), '{"id":')).toEqual([
    ['e1'],
    ['1 of its lines are no JSON (line 2, the last: the file was cut off) and left out.'],
  ]);
  expect(reading(line('e1'), 'x', line('e2'))).toEqual([
    ['e1', 'e2'],
    ['1 of its lines are no JSON (line 2) and left out.'],
  ]);
  expect(reading('x', line('e1'), 'y')).toEqual([
    ['e1'],
    ['2 of its lines are no JSON (line 1) and left out.'],
  ]);
});

test('where no entry can be read that is said', () => {
  expect(reading('{"a":1}', 'x')).toMatch(/^No entry of the log could be read\./);
});
