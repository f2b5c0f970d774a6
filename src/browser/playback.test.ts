import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Unlogged } from '../core/session/log.ts';
import { createPlayback } from './playback.ts';

const stream = {} as MediaStream;
let log: Unlogged[];
let play: () => Promise<void>;
let element: { srcObject: unknown; pause: () => void; play: () => Promise<void> };

beforeEach(() => {
  log = [];
  play = async () => {};
  element = { srcObject: undefined, pause: () => {}, play: () => play() };
  vi.stubGlobal('document', { createElement: () => element });
});
afterEach(() => {
  vi.unstubAllGlobals();
});

function playback(signal = new AbortController().signal) {
  return createPlayback({ report: (entry) => String(log.push(entry)), signal });
}

test('nothing is played until somebody listens', () => {
  const made = playback();
  made.take(stream);
  expect(element.srcObject).toBeUndefined();
  expect(made.listening()).toBe(false);
});

test('whoever listened before there was a stream hears it when it comes', async () => {
  const made = playback();
  await made.listen(true);
  expect(log).toEqual([]);
  made.take(stream);
  await vi.waitFor(() => expect(log).toEqual([{ kind: 'media', device: 'playback', event: 'playing' }]));
});

test('a browser that refuses sound is told, by its own error', async () => {
  play = () => Promise.reject(new DOMException('play() failed', 'NotAllowedError'));
  const made = playback();
  made.take(stream);
  await made.listen(true);
  expect(log).toMatchObject([
    { device: 'playback', event: 'blocked', error: { name: 'NotAllowedError', message: 'play() failed' } },
  ]);
  expect(made.listening()).toBe(false);
});

test('who stops listening has not been refused', async () => {
  const made = playback();
  made.take(stream);
  play = () => Promise.reject(new DOMException('interrupted by pause()', 'AbortError'));
  await made.listen(true);
  await made.listen(false);
  expect(log).toEqual([]);
});

test('the end of the session ends the sound', async () => {
  const abort = new AbortController();
  const made = playback(abort.signal);
  made.take(stream);
  await made.listen(true);
  abort.abort();
  expect(element.srcObject).toBeNull();
});
