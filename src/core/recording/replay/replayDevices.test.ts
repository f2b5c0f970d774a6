import { expect, test } from 'vitest';
import { logOf } from '../../diagnosis/testing/literalLog.ts';
import type { LogEntryOf } from '../../session/log.ts';
import { replayDevices } from './replayDevices.ts';
import { verdictOf } from './testing/literalVerdict.ts';

function using(...devices: readonly LogEntryOf<'media'>['device'][]) {
  return logOf('rest', ...devices.map((device) => ({ kind: 'media', device, event: 'granted' }) as const));
}

const asksForYours = 'The recorded run used a microphone: this one asks for yours.';
const noCamera = 'The recorded run used a camera, which Replay leaves out.';

test('a run without devices is replayed without any', () => {
  expect(replayDevices(using(), undefined)).toEqual({ foresight: [] });
  expect(replayDevices(using(), verdictOf('ice.failed'))).toEqual({ foresight: [] });
});

test('devices that worked are asked for again, the camera is not', () => {
  expect(replayDevices(using('microphone'), undefined)).toEqual({
    media: { microphone: true },
    foresight: [asksForYours],
  });
  expect(replayDevices(using('playback'), verdictOf('ice.failed'))).toEqual({
    media: { playback: true },
    foresight: [],
  });
  expect(replayDevices(using('camera'), undefined)).toEqual({ foresight: [noCamera] });
  expect(replayDevices(using('camera', 'microphone', 'playback'), undefined)).toEqual({
    media: { microphone: true, playback: true },
    foresight: [noCamera, asksForYours],
  });
});

test.each([
  ['media.denied', 'user', 'denied'],
  ['media.denied', 'os', 'denied-os'],
  ['media.notfound', 'x', 'none'],
  ['media.busy', 'x', 'busy'],
  ['media.overconstrained', 'x', 'overconstrained'],
  ['media.ended', 'x', 'unplugged'],
  ['media.silent', 'x', 'silent'],
])('a microphone that is %s (%s) is one again, whoever replays it', (code, variant, microphone) => {
  const behaved = { devices: { microphone }, media: { microphone: true }, foresight: [] };
  expect(replayDevices(using(), verdictOf(code, variant))).toEqual(behaved);
  expect(replayDevices(using('microphone'), verdictOf(code, variant))).toEqual(behaved);
});

test('a refusal by the frame’s policy is one by the user here, and that is said', () => {
  expect(replayDevices(using('camera'), verdictOf('media.denied', 'policy'))).toEqual({
    devices: { microphone: 'denied' },
    media: { microphone: true },
    foresight: [noCamera, 'Here the page stands in no frame: the device is refused as by the user.'],
  });
});

test('playback that was blocked is blocked again', () => {
  expect(replayDevices(using(), verdictOf('play.blocked'))).toEqual({
    devices: { playback: 'blocked' },
    media: { playback: true },
    foresight: [],
  });
});

test('constraints that name no device name none again', () => {
  expect(replayDevices(using('microphone'), verdictOf('media.none'))).toEqual({
    media: { microphone: true, nothing: true },
    foresight: [],
  });
});
