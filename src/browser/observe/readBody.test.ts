import { expect, test } from 'vitest';
import { readBody } from './readBody.ts';

const never = new AbortController().signal;

test('bytes are counted, not characters', async () => {
  const body = { text: '', bytes: 0 };
  await readBody(new Response('zażółć').body, body, never);
  expect(body).toEqual({ text: 'zażółć', bytes: 10 });
});

test('no body is an empty text', async () => {
  const body = { text: '', bytes: 0 };
  await readBody(null, body, never);
  expect(body).toEqual({ text: '', bytes: 0 });
});

test('what came before the stream was aborted is kept', async () => {
  const abort = new AbortController();
  const body = { text: '', bytes: 0 };
  const stalled = new ReadableStream<Uint8Array>({
    start: (stream) => stream.enqueue(new TextEncoder().encode('{"ephemeral')),
  });
  const reading = readBody(stalled, body, abort.signal);
  setTimeout(() => abort.abort(new Error('over')), 5);
  await expect(reading).rejects.toThrow('over');
  expect(body).toEqual({ text: '{"ephemeral', bytes: 11 });
});

test('a long body is counted to its end, and kept to 4 MiB', async () => {
  const chunk = new Uint8Array(1024 * 1024).fill(97);
  let left = 6;
  const long = new ReadableStream<Uint8Array>({
    pull(stream) {
      left -= 1;
      if (left < 0) stream.close();
      else stream.enqueue(chunk);
    },
  });
  const body = { text: '', bytes: 0 };
  await readBody(long, body, never);
  expect(body).toMatchObject({ bytes: 6_291_456, cut: true });
  expect(body.text.length).toBe(4_194_304);
});
