import { defaultLimits, defaultSettings } from '../../session/settings.ts';
import { createForeignLog } from './foreignLog.ts';
import type { PeerLog } from './peerLog.ts';
import type { MediaEvent } from './peerTrace.ts';

/** The log of a page that got no further than its microphone; `undefined` where that was not refused. */
export function mediaLog(media: readonly MediaEvent[], userAgent: string): PeerLog | undefined {
  const refused = media.find(({ error }) => error !== undefined);
  if (refused?.error === undefined) return undefined;
  const { at, device, error } = refused;
  const out = createForeignLog(at);
  out.add(at, {
    kind: 'run-started',
    run: 1,
    wallClock: at,
    target: 'watched',
    route: 'rest',
    from: 'offer',
    settings: { ...defaultSettings, email: '' },
    limits: defaultLimits('rest'),
    userAgent,
    pageUrl: '',
  });
  for (const step of ['token', 'ice-config'] as const) out.add(at, { kind: 'step', step, state: 'skipped' });
  out.add(at, { kind: 'step', step: 'offer', state: 'running' });
  out.add(at, { kind: 'media', step: 'offer', device, event: 'refused', error });
  const reason = /NotAllowed|PermissionDenied|Security/.test(error.name)
    ? ('permission' as const)
    : ('device' as const);
  const failedBy = out.add(at, {
    kind: 'connection-failure',
    step: 'offer',
    failure: { reason, device, error },
  });
  out.add(at, { kind: 'step', step: 'offer', state: 'failed', failedBy });
  out.add(at, { kind: 'run', state: 'failed', by: 'failure' });
  return {
    log: out.entries,
    series: undefined,
    startedAt: at,
    notes: ['No peer connection was made: the dump has only the use of the device.'],
  };
}
