import type { LogEntryOf } from '../../core/session/log.ts';
import { errorFacts } from '../errorFacts.ts';
import type { FactLog } from './factLog.ts';
import { follow, type Wrapper } from './wrap.ts';

type Device = 'microphone' | 'camera';

/** Watches `getUserMedia`, and the tracks that it gave until they end. */
export function watchDevices(wrapper: Wrapper, log: FactLog): void {
  const tell = (device: Device, event: LogEntryOf<'media'>['event']) =>
    log.add({ saw: 'entry', entry: { kind: 'media', device, event } });

  function granted(track: MediaStreamTrack): void {
    const device = track.kind === 'video' ? 'camera' : 'microphone';
    tell(device, 'granted');
    for (const event of ['ended', 'mute', 'unmute'] as const)
      track.addEventListener(event, () => wrapper.safely(() => tell(device, event)));
  }

  function refused(device: Device, thrown: unknown): void {
    const constraint = constraintOf(thrown);
    log.add({
      saw: 'entry',
      entry: {
        kind: 'media',
        device,
        event: 'refused',
        error: errorFacts(thrown),
        ...(constraint === undefined ? {} : { constraint }),
        ...(self === top ? {} : { framed: true }),
      },
    });
  }

  // Absent wherever the page is not a secure context, whatever its types say.
  const Devices: unknown = Reflect.get(globalThis, 'MediaDevices');
  if (typeof Devices !== 'function') return;
  wrapper.wrapMethod(Devices.prototype as object, 'getUserMedia', (_self, [constraints]) => {
    const wanted = devicesIn(constraints);
    return {
      returned: (value) =>
        follow(value, wrapper, {
          resolved(stream) {
            if (stream instanceof MediaStream) stream.getTracks().forEach(granted);
          },
          rejected(thrown) {
            for (const device of wanted) refused(device, thrown);
          },
        }),
    };
  });
}

/** Whoever asks for nothing is refused as well: what is told of then is the microphone. */
function devicesIn(constraints: unknown): readonly Device[] {
  const { audio, video }: { audio?: unknown; video?: unknown } =
    typeof constraints === 'object' && constraints !== null ? constraints : {};
  if (!video) return ['microphone'];
  return audio ? ['microphone', 'camera'] : ['camera'];
}

/** Of an OverconstrainedError: the name of the constraint that no device meets. */
function constraintOf(thrown: unknown): string | undefined {
  const constraint: unknown =
    typeof thrown === 'object' && thrown !== null ? Reflect.get(thrown, 'constraint') : undefined;
  return typeof constraint === 'string' && constraint !== '' ? constraint : undefined;
}
