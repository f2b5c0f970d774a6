import { expect, test } from 'vitest';
import { judgedPart, mostLines, mostSections } from './judgedPart.ts';

test.each(['', 'v=0', 'v=0\r\na=x\r\n', 'v=0\n\n', 'm=audio\r\nm=video\r\n'])(
  '%j is looked at whole',
  (text) => {
    expect(judgedPart(text)).toBe(text);
  },
);

test.each(['\r\n', '\n', '\r'])('20,000 lines that end with %j are looked at, no more', (end) => {
  expect(mostLines).toBe(20_000);
  const lines = `x${end}`.repeat(20_000);
  expect(judgedPart(lines)).toBe(lines);
  expect(judgedPart(`${lines}more${end}`)).toBe(lines);
  expect(judgedPart(lines.slice(0, -end.length))).toBe(lines.slice(0, -end.length));
});

test('line ends of different kinds are counted once each', () => {
  const lines = '\r\n\r\n\n\r'.repeat(5_000);
  expect(judgedPart(`${lines}more`)).toBe(lines);
});

test('1,024 media sections are looked at, and the line ends before the one that is too many', () => {
  expect(mostSections).toBe(1_024);
  const sections = `v=0\r\n${'m=x\r\na=m=\r\n'.repeat(1_024)}`;
  expect(judgedPart(sections)).toBe(sections);
  expect(judgedPart(`${sections}a=x\r\n`)).toBe(`${sections}a=x\r\n`);
  expect(judgedPart(`${sections}m=x\r\n`)).toBe(sections);
});
