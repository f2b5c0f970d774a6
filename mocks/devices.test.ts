import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { stubDevices } from './devices.ts';

class RealDevices {
  getUserMedia(constraints: unknown): Promise<unknown> {
    return Promise.resolve({ real: constraints });
  }
}

beforeEach(() => {
  vi.stubGlobal('navigator', { mediaDevices: new RealDevices() });
  vi.stubGlobal(
    'OverconstrainedError',
    class extends Error {
      readonly constraint: string;
      constructor(constraint: string) {
        super('');
        this.name = 'OverconstrainedError';
        this.constraint = constraint;
      }
    },
  );
});
afterEach(() => vi.unstubAllGlobals());

test.each([
  ['denied', { name: 'NotAllowedError', message: 'Permission denied' }],
  ['denied-os', { name: 'NotAllowedError', message: 'Permission denied by system' }],
  ['none', { name: 'NotFoundError' }],
  ['busy', { name: 'NotReadableError' }],
  ['overconstrained', { name: 'OverconstrainedError', constraint: 'deviceId' }],
] as const)('a microphone that is %s is refused as the browser refuses it', async (microphone, error) => {
  stubDevices({ microphone }, new AbortController().signal);
  await expect(navigator.mediaDevices.getUserMedia({ audio: true })).rejects.toMatchObject(error);
});

test('a browser without a global OverconstrainedError throws one all the same', async () => {
  Reflect.deleteProperty(globalThis, 'OverconstrainedError');
  stubDevices({ microphone: 'overconstrained' }, new AbortController().signal);
  await expect(navigator.mediaDevices.getUserMedia({ audio: true })).rejects.toMatchObject({
    name: 'OverconstrainedError',
    constraint: 'deviceId',
  });
});

test('other devices are the real ones, and so is the microphone once the run is over', async () => {
  const over = new AbortController();
  stubDevices({ microphone: 'denied' }, over.signal);
  await expect(navigator.mediaDevices.getUserMedia({ video: true })).resolves.toEqual({
    real: { video: true },
  });
  over.abort();
  await expect(navigator.mediaDevices.getUserMedia({ audio: true })).resolves.toEqual({
    real: { audio: true },
  });
  expect(Object.keys(navigator.mediaDevices)).toEqual([]);
});

test('without media devices nothing is stubbed', () => {
  vi.stubGlobal('navigator', {});
  expect(() => stubDevices({ microphone: 'none' }, new AbortController().signal)).not.toThrow();
});

test('playback is refused until the run is over', async () => {
  const play = () => Promise.resolve();
  class Element {
    play(): Promise<void> {
      return play();
    }
  }
  vi.stubGlobal('HTMLMediaElement', Element);
  const over = new AbortController();
  stubDevices({ playback: 'blocked' }, over.signal);
  await expect(new Element().play()).rejects.toMatchObject({ name: 'NotAllowedError' });
  over.abort();
  await expect(new Element().play()).resolves.toBe(undefined);
});
