import { expect, test } from 'vitest';
import { looksLikeNdjson, readNdjson } from './readNdjson.ts';

const line = (id: string) => JSON.stringify({ id, at: 0, attempt: 1, kind: 'run', state: 'stopped' });

test.each([
  [line('e1'), true],
  [`${line('e1')}\nbroken`, true],
  [`\uFEFF${line('e1')}\n${line('e2')}`, true],
  [`\n  ${line('e1')}\r\n`, true],
  [JSON.stringify({ id: 'e1', kind: 'run', log: [] }), false],
  [JSON.stringify({ id: 'e1', kind: 7 }), false],
  [JSON.stringify({ id: 7, kind: 'run' }), false],
  [`[${line('e1')}]`, false],
  ['{\n"id":"e1","kind":"run"}', false],
  [JSON.stringify({ id: 'e1', kind: 'run', text: 'x'.repeat(100_000) }), false],
  [`${JSON.stringify({ id: 'e1', kind: 'run', text: 'x'.repeat(100_000) })}\n`, true],
  [`${JSON.stringify({ id: 'e1', kind: 'run', text: 'x'.repeat(1_000_000) })}\n`, false],
  ['hello\nthere', false],
  ['', false],
])('%.40j are entries, a line each: %s', (text, is) => {
  expect(looksLikeNdjson(text)).toBe(is);
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
