import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Unlogged } from '../core/session/log.ts';
import { createCaptureDevice } from './captureDevice.ts';

class FakeTrack extends EventTarget {
  stopped = false;
  stop() {
    this.stopped = true;
  }
}

let log: Unlogged[];
let sent: unknown[];
let asked: unknown[];
let track: FakeTrack;
let getUserMedia: () => Promise<unknown>;

beforeEach(() => {
  log = [];
  sent = [];
  asked = [];
  track = new FakeTrack();
  getUserMedia = async () => {
    const granted = [track];
    return { getTracks: () => granted };
  };
  vi.stubGlobal('self', { name: 'page' });
  vi.stubGlobal('top', globalThis.self);
  vi.stubGlobal('navigator', {
    mediaDevices: {
      getUserMedia(constraints: unknown) {
        asked.push(constraints);
        return getUserMedia();
      },
    },
    permissions: { query: async () => ({ state: 'denied' }) },
  });
});
afterEach(() => {
  vi.unstubAllGlobals();
});

function camera(signal = new AbortController().signal) {
  const sender = {
    replaceTrack: async (replacement: unknown) => void sent.push(replacement),
  } as unknown as RTCRtpSender;
  const report = (entry: Unlogged) => String(log.push(entry));
  return createCaptureDevice({ device: 'camera', sender, report, signal });
}
const events = () => log.map((entry) => entry.kind === 'media' && entry.event);

test('a device is asked for when it is turned on, and sent', async () => {
  const device = camera();
  expect(asked).toEqual([]);
  expect(await device.turnOn('camera-1')).toBeUndefined();
  expect(asked).toEqual([{ video: { deviceId: { exact: 'camera-1' } } }]);
  expect(sent.at(-1)).toBe(track);
  expect(events()).toEqual(['granted']);
});

test('another device takes the place of the first, which is let go', async () => {
  const device = camera();
  await device.turnOn('camera-1');
  const first = track;
  track = new FakeTrack();
  expect(await device.turnOn('camera-2')).toBeUndefined();
  expect(asked.at(-1)).toEqual({ video: { deviceId: { exact: 'camera-2' } } });
  expect(first.stopped).toBe(true);
  expect(track.stopped).toBe(false);
  expect(sent.at(-1)).toBe(track);
  expect(device.isOn()).toBe(true);
});

test('a refusal is told with the name of its error and the state of the permission', async () => {
  getUserMedia = () => Promise.reject(new DOMException('Permission denied', 'NotAllowedError'));
  const failure = await camera().turnOn();
  expect(failure).toMatchObject({
    reason: 'permission',
    device: 'camera',
    error: { name: 'NotAllowedError' },
  });
  expect(log).toMatchObject([
    { event: 'refused', error: { message: 'Permission denied' }, permission: 'denied' },
  ]);
  expect(log[0]).not.toHaveProperty('framed');
});

test('a page in a frame says so', async () => {
  vi.stubGlobal('top', { name: 'another page' });
  getUserMedia = () => Promise.reject(new DOMException('Permission denied', 'NotAllowedError'));
  await camera().turnOn();
  expect(log).toMatchObject([{ event: 'refused', framed: true }]);
});

test('a device that is absent, busy or not the one that was meant is no permission', async () => {
  const failed = (reason: unknown) => {
    getUserMedia = () => Promise.reject(reason);
    return camera().turnOn();
  };
  expect(await failed(new DOMException('', 'NotFoundError'))).toMatchObject({ reason: 'device' });
  expect(await failed(new DOMException('', 'NotReadableError'))).toMatchObject({ reason: 'device' });
  const over = Object.assign(new Error(''), { name: 'OverconstrainedError', constraint: 'deviceId' });
  expect(await failed(over)).toMatchObject({ reason: 'device', error: { name: 'OverconstrainedError' } });
  expect(log.at(-1)).toMatchObject({ constraint: 'deviceId' });
});

test('without media devices the page is no secure context', async () => {
  vi.stubGlobal('navigator', {});
  expect(await camera().turnOn()).toEqual({ reason: 'unsupported', missing: 'navigator.mediaDevices' });
  expect(events()).toEqual(['refused']);
});

test('a device that goes away is told; one that is turned off is not', async () => {
  const device = camera();
  await device.turnOn();
  track.dispatchEvent(new Event('mute'));
  track.dispatchEvent(new Event('ended'));
  expect(events()).toEqual(['granted', 'mute', 'ended']);
  device.turnOff();
  track.dispatchEvent(new Event('ended'));
  expect(events()).toEqual(['granted', 'mute', 'ended']);
  expect(track.stopped).toBe(true);
  expect(sent.at(-1)).toBeNull();
});

test('consent that comes after the session is over is given back at once', async () => {
  const abort = new AbortController();
  const { promise, resolve } = withResolvers();
  getUserMedia = () => promise;
  const on = camera(abort.signal).turnOn();
  abort.abort();
  resolve({ getTracks: () => [track] });
  expect(await on).toBeUndefined();
  expect(track.stopped).toBe(true);
  expect(log).toEqual([]);
});

function withResolvers() {
  let resolve: (value: unknown) => void = () => {};
  const promise = new Promise<unknown>((settle) => {
    resolve = settle;
  });
  return { promise, resolve };
}
