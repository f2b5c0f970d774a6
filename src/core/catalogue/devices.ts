import type { Evidence } from '../diagnosis/evidence.ts';
import type { ErrorFacts } from '../session/failure.ts';
import type { LogEntry, LogEntryOf } from '../session/log.ts';

/** What the browser said of a device that could not be had. */
export interface RefusedDevice {
  readonly entry: LogEntry;
  readonly device: string;
  readonly error: ErrorFacts;
  readonly media?: LogEntryOf<'media'>;
}

/** The microphone or camera that was refused last and not granted since; whether or not the run failed of it. */
export function refusedDevice({ trouble, failing, connection }: Evidence): RefusedDevice | undefined {
  const media = lastOf(connection.media, ['microphone', 'camera'], ['refused', 'granted']).find(
    ({ event }) => event === 'refused',
  );
  if (trouble.what === 'connection') {
    const { failure } = trouble;
    if (failure.reason !== 'permission' && failure.reason !== 'device') return undefined;
    const { device, error } = failure;
    return { entry: failing, device, error, ...(media !== undefined && { media }) };
  }
  if (trouble.what !== 'nothing' || media === undefined) return undefined;
  const { device, error = { name: 'Error', message: '' } } = media;
  return { entry: media, device, error, media };
}

/** Of each device, the last of these events. */
export function lastOf(
  media: readonly LogEntryOf<'media'>[],
  devices: readonly LogEntryOf<'media'>['device'][],
  events: readonly LogEntryOf<'media'>['event'][],
): readonly LogEntryOf<'media'>[] {
  return devices.flatMap((device) => {
    const found = media.findLast((entry) => entry.device === device && events.includes(entry.event));
    return found === undefined ? [] : [found];
  });
}

/** `The microphone` */
export function theDevice(device: string): string {
  return `The ${device}`;
}

/** Not a secure context: http, and no name of this computer (W3C secure-contexts, section 3.1). */
export function isInsecure(pageUrl: string | undefined): boolean {
  const [, host] = /^http:\/\/(?:[^@/]*@)?(\[[^\]]*\]|[^:/?#]*)/i.exec(pageUrl ?? '') ?? [];
  return host !== undefined && !/^(?:localhost|.+\.localhost|127(?:\.\d+){3}|\[::1\])$/i.test(host);
}
