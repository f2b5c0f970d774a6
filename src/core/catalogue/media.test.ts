import { expect, test } from 'vitest';
import type { diagnose } from '../diagnosis/diagnose.ts';
import { inWords } from '../diagnosis/testing/inWords.ts';
import { connected, failed, refused } from '../diagnosis/testing/literalMedia.ts';

const is = ([first]: ReturnType<typeof diagnose>) => first && `${first.code}/${first.variant}`;

test('media.denied in a frame, with what the permission was', () => {
  const entry = refused('NotAllowedError', 'Permission denied', { framed: true, permission: 'prompt' });
  expect(inWords(connected([entry]))).toEqual({
    is: 'media.denied/policy',
    certainty: 'likely',
    actor: 'backend',
    cause:
      'The microphone was refused: NotAllowedError, “Permission denied”. This page stands in a frame. Without allow="microphone; camera" on the iframe, or with a Permissions-Policy that forbids it, nobody is even asked. The session goes on without it.',
    remedy:
      'Add allow="microphone; camera; autoplay" to the iframe element, and check the Permissions-Policy header of the page around it.',
    causedBy: 'connection e6',
    evidence: ['e6 NotAllowedError; the permission is “prompt”; the page stands in a frame'],
    ruledOut: [
      'media.notfound/none: the browser did not say that there is no device',
      'ctx.insecure/origin: the page may ask: it is a secure one',
    ],
    beside: [],
  });
});

test('media.denied that ended the run, told by the failure alone', () => {
  expect(inWords(failed('permission', 'NotAllowedError'))).toEqual({
    is: 'media.denied/user',
    certainty: 'proved',
    actor: 'browser',
    cause:
      'The camera was refused: NotAllowedError, “no”. The user said no, now or earlier, or a browser setting says it for them.',
    remedy:
      'Click the icon beside the address and allow the device; the page must then ask again. A prompt that is dismissed a few times is refused for good.',
    causedBy: 'offer e2',
    evidence: ['e2 NotAllowedError'],
    ruledOut: [
      'media.notfound/none: the browser did not say that there is no device',
      'ctx.insecure/origin: the page may ask: it is a secure one',
    ],
    beside: [],
  });
});

test('media.denied that ended the run, told by the device’s own entry', () => {
  const entry = refused('NotAllowedError', 'no', { framed: false });
  expect(inWords(failed('permission', 'NotAllowedError', entry))).toEqual({
    is: 'media.denied/user',
    certainty: 'proved',
    actor: 'browser',
    cause:
      'The camera was refused: NotAllowedError, “no”. The user said no, now or earlier, or a browser setting says it for them.',
    remedy:
      'Click the icon beside the address and allow the device; the page must then ask again. A prompt that is dismissed a few times is refused for good.',
    causedBy: 'offer e2',
    evidence: ['e2 NotAllowedError'],
    ruledOut: [
      'media.notfound/none: the browser did not say that there is no device',
      'ctx.insecure/origin: the page may ask: it is a secure one',
    ],
    beside: [],
  });
});

test.each([
  ['NotAllowedError', 'no', 'media.denied/user'],
  ['PermissionDeniedError', 'no', 'media.denied/user'],
  ['SecurityError', 'Permission denied by system', 'media.denied/os'],
  ['SecurityError', 'Refused by the operating system', 'media.denied/os'],
  ['NotAllowedErrors', 'no', undefined],
  ['XNotAllowedError', 'no', undefined],
  ['NotFoundError', 'no', 'media.notfound/none'],
  ['DevicesNotFoundError', 'no', 'media.notfound/none'],
  ['NotReadableError', 'no', 'media.busy/in-use'],
  ['TrackStartError', 'no', 'media.busy/in-use'],
  ['AbortError', 'no', 'media.busy/in-use'],
  ['OverconstrainedError', 'no', 'media.overconstrained/device'],
  ['ConstraintNotSatisfiedError', 'no', 'media.overconstrained/device'],
  ['TypeError', 'no', undefined],
  ['TypeError', 'audio and/or video is required', 'media.none/asked-for-nothing'],
])('%s, “%s”, is %s', (name, message, expected) => {
  expect(is(connected([refused(name, message)]))).toBe(expected);
});

test('media.overconstrained names the constraint', () => {
  const entry = refused('OverconstrainedError', '', { device: 'camera', constraint: 'frameRate' });
  expect(inWords(connected([entry]))).toEqual({
    is: 'media.overconstrained/device',
    certainty: 'proved',
    actor: 'browser',
    cause:
      'The camera could not be had: OverconstrainedError. No device meets the demand for “frameRate”. The session goes on without it.',
    remedy:
      'Ask again without the id, or let the user choose anew. The official SDK’s camera settings (frame rate from 24) can do this too.',
    causedBy: 'connection e6',
    evidence: ['e6 OverconstrainedError; constraint “frameRate”'],
    ruledOut: [
      'media.denied/user: nobody refused the permission: the error would be NotAllowedError',
      'media.notfound/none: there are devices, but not this one',
    ],
    beside: [],
  });
});

test.each([undefined, 'deviceId'])('media.overconstrained by the device’s id (%s)', (constraint) => {
  const entry = refused('OverconstrainedError', 'gone', constraint === undefined ? {} : { constraint });
  expect(connected([entry])[0]?.cause).toBe(
    'The microphone could not be had: OverconstrainedError, “gone”. The device that was asked for by its id is no longer there; ids also change when site data is cleared. The session goes on without it.',
  );
});

test('media.busy that ended the run', () => {
  expect(inWords(failed('device', 'NotReadableError'))).toEqual({
    is: 'media.busy/in-use',
    certainty: 'proved',
    actor: 'browser',
    cause:
      'The camera could not be had: NotReadableError, “no”. Another program holds it, or its driver fails.',
    remedy:
      'Close calls and recorders in other programs and tabs, plug the device in again, and ask once more.',
    causedBy: 'offer e2',
    evidence: ['e2 NotReadableError'],
    ruledOut: [
      'media.denied/user: nobody refused the permission: the error would be NotAllowedError',
      'media.notfound/none: the device is there',
    ],
    beside: [],
  });
});
