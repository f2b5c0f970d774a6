import { expect, test } from 'vitest';
import { receive } from './receive.ts';

const never = new AbortController().signal;

/** Settles only when aborted, as a fetch that nobody answers. */
function silence(signal: AbortSignal): Promise<Response> {
  return new Promise((_, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason));
  });
}

test('no answer within the limit is a timeout of the headers', async () => {
  const { failure, response } = await receive(silence, { limit: 5, signal: never });
  expect(failure).toEqual({ reason: 'timeout', limit: 5, phase: 'headers' });
  expect(response).toBeUndefined();
});

test('a body that does not end within the limit is a timeout of the body', async () => {
  const stalled = new Response(new ReadableStream(), { status: 503 });
  const { failure } = await receive(async () => stalled, { limit: 5, signal: never });
  expect(failure).toEqual({ reason: 'timeout', limit: 5, phase: 'body', status: 503 });
});

test('a refused connection is unreachable', async () => {
  const refused = () => Promise.reject(new TypeError('Failed to fetch'));
  const { failure } = await receive(refused, { limit: 1000, signal: never });
  expect(failure).toEqual({
    reason: 'unreachable',
    error: { name: 'TypeError', message: 'Failed to fetch' },
  });
});

test('a body that breaks off is unreachable, with what came of it', async () => {
  let pulls = 0;
  const broken = new ReadableStream<Uint8Array>({
    pull(stream) {
      pulls += 1;
      if (pulls === 1) stream.enqueue(new TextEncoder().encode('half'));
      else stream.error(new TypeError('network error'));
    },
  });
  const { failure, body } = await receive(async () => new Response(broken), { limit: 1000, signal: never });
  expect(failure).toEqual({ reason: 'unreachable', error: { name: 'TypeError', message: 'network error' } });
  expect(body.text).toBe('half');
});

test('an abort rejects with its reason', async () => {
  const abort = new AbortController();
  const received = receive(silence, { limit: 1000, signal: abort.signal });
  abort.abort(new Error('stopped'));
  await expect(received).rejects.toThrow('stopped');
});
