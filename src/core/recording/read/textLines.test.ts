import { expect, test } from 'vitest';
import { forEachLine } from './textLines.ts';

function linesOf(text: string, most = Number.POSITIVE_INFINITY) {
  const lines: [string, number, number][] = [];
  forEachLine(text, (line, number, end) => {
    lines.push([line, number, end]);
    return lines.length < most;
  });
  return lines;
}

test.each<[string, [string, number, number][]]>([
  ['', []],
  ['a', [['a', 1, 1]]],
  ['a\n', [['a', 1, 1]]],
  ['\n', [['', 1, 0]]],
  ['\r\n', [['', 1, 1]]],
  [
    'a\r\n\nbc',
    [
      ['a', 1, 2],
      ['', 2, 3],
      ['bc', 3, 6],
    ],
  ],
  ['a\r', [['a', 1, 2]]],
  [
    'a\r\n\r\nb',
    [
      ['a', 1, 2],
      ['', 2, 4],
      ['b', 3, 6],
    ],
  ],
])('the lines of %j have their number and end', (text, lines) => {
  expect(linesOf(text)).toEqual(lines);
});

test('whoever looks may stop', () => {
  expect(linesOf('a\nb\nc', 2)).toEqual([
    ['a', 1, 1],
    ['b', 2, 3],
  ]);
});
