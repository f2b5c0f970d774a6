import { expect, test } from 'vitest';
import { levelOf } from './describe.ts';
import type { Level, Unlogged } from './log.ts';
import { defaultLimits, defaultSettings } from './settings.ts';

const error = { name: 'NotAllowedError', message: '' };

test.each([
  [{ kind: 'connection-failure', failure: { reason: 'channel', event: 'close' } }, 'error'],
  [{ kind: 'unexpected', failure: { reason: 'unexpected', error } }, 'error'],
  [{ kind: 'settings-refused', failure: { reason: 'settings', key: 'voice', message: '' } }, 'error'],
  [{ kind: 'candidate-error', url: 'stun:a.test', errorCode: 701, errorText: '' }, 'warn'],
  [{ kind: 'state', machine: 'ice', to: 'failed' }, 'warn'],
  [{ kind: 'state', machine: 'ice', to: 'disconnected' }, 'warn'],
  [{ kind: 'state', machine: 'ice', to: 'connected' }, 'debug'],
  [{ kind: 'channel', label: 'x', event: 'error' }, 'warn'],
  [{ kind: 'channel', label: 'x', event: 'close' }, 'info'],
  [{ kind: 'candidate', side: 'local', candidate: '' }, 'debug'],
  [{ kind: 'statistics', moment: 'sample', pairs: [] }, 'debug'],
  [{ kind: 'watch', watch: 'dtls', silentFor: 9, foresees: 'dtls.timeout' }, 'warn'],
  [{ kind: 'watch', watch: 'dtls', silentFor: 9, foresees: 'dtls.timeout', over: true }, 'info'],
  [{ kind: 'sleep', wallClock: 9, monotonic: 1, late: 8 }, 'warn'],
  [{ kind: 'media', device: 'camera', event: 'refused', error }, 'warn'],
  [{ kind: 'media', device: 'playback', event: 'blocked', error }, 'warn'],
  [{ kind: 'media', device: 'microphone', event: 'ended' }, 'warn'],
  [{ kind: 'media', device: 'microphone', event: 'granted' }, 'info'],
  [
    {
      kind: 'run-started',
      run: 1,
      wallClock: 0,
      target: 'live',
      route: 'rest',
      from: 'token',
      settings: defaultSettings,
      limits: defaultLimits('rest'),
      userAgent: '',
      pageUrl: '',
    },
    'info',
  ],
  [{ kind: 'run', state: 'failed' }, 'info'],
  [{ kind: 'attempt', number: 2, from: 'call', why: 'retry', delay: 0 }, 'info'],
  [{ kind: 'step', step: 'call', state: 'failed' }, 'info'],
  [{ kind: 'token-history', token: 'token#1', uses: [] }, 'info'],
  [{ kind: 'track', media: 'audio', event: 'mute' }, 'info'],
  [{ kind: 'note', topic: 'clock-skew', ahead: 90_000, from: 'iat' }, 'warn'],
  [{ kind: 'note', topic: 'clock-set-back', by: 90_000 }, 'warn'],
  [{ kind: 'note', topic: 'simulation-restarted' }, 'info'],
] satisfies [Unlogged, Level][])('of its level: %j', (entry, level) => {
  expect(levelOf({ ...entry, id: 'e1', at: 0, attempt: 1 })).toBe(level);
});
