import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { logOf } from '../core/diagnosis/testing/literalLog.ts';
import { joinParts } from '../core/recording/read/readingParts.ts';
import { type OpenMessage, openInParts } from './recordingFile.ts';

const log = logOf('rest', { kind: 'run', state: 'stopped', by: 'user' });
const text = JSON.stringify({
  format: 'webrtc-session-recording',
  version: 1,
  product: '1',
  source: 'debugger',
  id: 'r1',
  startedAt: 1,
  userAgent: 'é',
  log,
});

async function opened(file: Blob) {
  const messages: OpenMessage[] = [];
  await openInParts({ file, id: 'x' }, (message) => messages.push(message));
  const join = joinParts();
  const readings = messages.flatMap((message) =>
    message.part === 'progress' ? [] : (join(message).reading ?? []),
  );
  return { messages, reading: readings[0] };
}

const problem = async (file: Blob) => {
  const { reading } = await opened(file);
  return reading?.ok === false ? reading.problem : 'none';
};

test('a file is read as text, as gzip, and as the UTF-16 that PowerShell writes', async () => {
  const utf16 = Buffer.from(`\uFEFF${text}`, 'utf16le');
  for (const bytes of [Buffer.from(text), gzipSync(text), utf16]) {
    const { reading } = await opened(new Blob([new Uint8Array(bytes)]));
    expect(reading).toMatchObject({ ok: true, recording: { id: 'r1', userAgent: 'é' } });
  }
});

test('a gzip file that was cut off says so', async () => {
  const whole = gzipSync(text);
  expect(await problem(new Blob([new Uint8Array(whole.subarray(0, whole.length - 20))]))).toMatch(
    /cut off or damaged/,
  );
});

test('a zip bomb is stopped before it fills the memory', { timeout: 60_000 }, async () => {
  const bomb = gzipSync(Buffer.alloc(300 * 1024 * 1024, 0x20));
  expect(bomb.length).toBeLessThan(400_000);
  expect(await problem(new Blob([new Uint8Array(bomb)]))).toMatch(/more than 268 MB/);
});

test('a file that is too large is not even read', async () => {
  const large = { size: 900e6, arrayBuffer: () => Promise.reject(new Error('was read')) };
  // Only its size is looked at.
  expect(await problem(large as unknown as Blob)).toBe('This file has 900 MB; 268 MB can be opened at most.');
});

test('a file that has gone is told', async () => {
  const gone = {
    size: 9,
    arrayBuffer: () => Promise.reject(new Error('A requested file could not be found')),
  };
  expect(await problem(gone as unknown as Blob)).toMatch(/could not be found/);
});

test('progress comes before the portions', async () => {
  const { messages } = await opened(new Blob([text]));
  expect(messages.map(({ part }) => part)).toEqual([
    'progress',
    'progress',
    'progress',
    'head',
    'entries',
    'end',
  ]);
});
