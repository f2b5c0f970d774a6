import { expect, test } from 'vitest';
import { defaultLimits, defaultSettings } from '../../session/settings.ts';
import { mediaLog } from './mediaLog.ts';

const errorOf = (name: string) => ({ name, message: 'No.' });

test('a page whose device was refused fails its offer by that', () => {
  const error = errorOf('NotAllowedError');
  const common = { at: 0, attempt: 1 };
  expect(
    mediaLog(
      [
        { at: 4, device: 'microphone' },
        { at: 7, device: 'camera', error },
        { at: 9, device: 'microphone', error: errorOf('NotFoundError') },
      ],
      'Chrome/156',
    ),
  ).toEqual({
    startedAt: 7,
    series: undefined,
    notes: ['No peer connection was made: the dump has only the use of the device.'],
    log: [
      {
        ...common,
        id: 'e1',
        kind: 'run-started',
        run: 1,
        wallClock: 7,
        target: 'watched',
        route: 'rest',
        from: 'offer',
        settings: { ...defaultSettings, email: '' },
        limits: defaultLimits('rest'),
        userAgent: 'Chrome/156',
        pageUrl: '',
      },
      { ...common, id: 'e2', kind: 'step', step: 'token', state: 'skipped' },
      { ...common, id: 'e3', kind: 'step', step: 'ice-config', state: 'skipped' },
      { ...common, id: 'e4', kind: 'step', step: 'offer', state: 'running' },
      { ...common, id: 'e5', kind: 'media', step: 'offer', device: 'camera', event: 'refused', error },
      {
        ...common,
        id: 'e6',
        kind: 'connection-failure',
        step: 'offer',
        failure: { reason: 'permission', device: 'camera', error },
      },
      { ...common, id: 'e7', kind: 'step', step: 'offer', state: 'failed', failedBy: 'e6' },
      { ...common, id: 'e8', kind: 'run', state: 'failed', by: 'failure' },
    ],
  });
});

test.each([
  ['NotAllowedError', 'permission'],
  ['PermissionDeniedError', 'permission'],
  ['SecurityError', 'permission'],
  ['NotFoundError', 'device'],
  ['NotReadableError', 'device'],
])('%s is a matter of %s', (name, reason) => {
  const told = mediaLog([{ at: 0, device: 'microphone', error: errorOf(name) }], '');
  expect(told?.log.find((entry) => entry.kind === 'connection-failure')).toMatchObject({
    failure: { reason },
  });
});

test('devices that were granted make no log', () => {
  expect(mediaLog([{ at: 0, device: 'microphone' }], '')).toBeUndefined();
  expect(mediaLog([], '')).toBeUndefined();
});
