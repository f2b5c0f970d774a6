import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { type DeviceChoice, watchDeviceChoices } from './deviceChoices.ts';

let devices: EventTarget & { enumerateDevices?: () => Promise<unknown> };
let told: (readonly DeviceChoice[])[];

beforeEach(() => {
  told = [];
  devices = new EventTarget();
  vi.stubGlobal('navigator', { mediaDevices: devices });
});
afterEach(() => {
  vi.unstubAllGlobals();
});

const tell = (choices: readonly DeviceChoice[]) => void told.push(choices);
const headset = { kind: 'audioinput', deviceId: 'm2', label: 'Headset' };
const builtIn = { kind: 'audioinput', deviceId: 'm1', label: 'Built-in' };
const camera = { kind: 'videoinput', deviceId: 'c1', label: 'Webcam' };

test('the devices of one kind are told, and again when one is plugged in', async () => {
  devices.enumerateDevices = async () => [builtIn, camera];
  watchDeviceChoices('audioinput', tell);
  await vi.waitFor(() => expect(told).toEqual([[{ id: 'm1', label: 'Built-in' }]]));
  devices.enumerateDevices = async () => [builtIn, headset, camera];
  devices.dispatchEvent(new Event('devicechange'));
  await vi.waitFor(() => expect(told).toHaveLength(2));
  expect(told[1]).toEqual([
    { id: 'm1', label: 'Built-in' },
    { id: 'm2', label: 'Headset' },
  ]);
});

test('what cannot be asked for is no choice', async () => {
  devices.enumerateDevices = async () => [{ kind: 'videoinput', deviceId: '', label: '' }, camera];
  watchDeviceChoices('videoinput', tell);
  await vi.waitFor(() => expect(told).toEqual([[{ id: 'c1', label: 'Webcam' }]]));
});

test('nothing is told once nobody listens any more', async () => {
  const enumerate = vi.fn(async () => [builtIn]);
  devices.enumerateDevices = enumerate;
  watchDeviceChoices('audioinput', tell)();
  devices.dispatchEvent(new Event('devicechange'));
  await enumerate.mock.results[0]?.value;
  expect(enumerate).toHaveBeenCalledTimes(1);
  expect(told).toEqual([]);
});

test('a refused list and a page that is no secure context are no choice, and no exception', async () => {
  const refused = Promise.reject(new DOMException('', 'NotAllowedError'));
  devices.enumerateDevices = () => refused;
  watchDeviceChoices('audioinput', tell);
  await expect(refused).rejects.toThrow();
  vi.stubGlobal('navigator', {});
  watchDeviceChoices('audioinput', tell)();
  expect(told).toEqual([]);
});
