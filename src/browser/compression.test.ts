import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { deflateRaw, gunzip, gzip, inflateRaw, isGzip } from './compression.ts';

const text = 'Grüße, 你好 '.repeat(2_000);
const limit = 1_000_000;

test('what was packed comes out again', async () => {
  const packed = await gzip(text);
  expect(isGzip(packed)).toBe(true);
  expect(packed.length).toBeLessThan(1_000);
  const opened = await gunzip(packed, limit);
  expect(opened).toEqual({ ok: true, text });
  expect(await inflateRaw(await deflateRaw(text), limit)).toEqual({ ok: true, text });
});

test('a zip bomb stops at the limit and says so', async () => {
  const bomb = new Uint8Array(gzipSync(Buffer.alloc(200_000_000)));
  expect(bomb.length).toBeLessThan(300_000);
  const began = process.memoryUsage().arrayBuffers;
  expect(await gunzip(bomb, 5_000_000)).toEqual({
    ok: false,
    problem: 'Unpacked it has more than 5 MB: too much to open here.',
  });
  expect(process.memoryUsage().arrayBuffers - began).toBeLessThan(50_000_000);
});

test.each([
  [
    'a truncated file',
    (packed: Uint8Array<ArrayBuffer>) => packed.slice(0, -20),
    'The packed data is cut off or damaged',
  ],
  [
    'a damaged one',
    (packed: Uint8Array<ArrayBuffer>) => packed.fill(7, 20, 60),
    'The packed data is cut off or damaged',
  ],
  ['another file', () => new TextEncoder().encode('{"a":1}'), 'This is not a gzip file'],
  ['an empty file', () => new Uint8Array(), 'This is not a gzip file'],
])('%s gets a message', async (_, spoil, problem) => {
  const opened = await gunzip(spoil(await gzip(text)), limit);
  expect(opened.ok ? 'ok' : opened.problem).toContain(problem);
});
