import type { ConnectionFailure } from '../core/session/failure.ts';
import type { LogEntryOf, Unlogged } from '../core/session/log.ts';
import { type DeviceChoice, watchDeviceChoices } from './deviceChoices.ts';
import { errorFacts } from './errorFacts.ts';
import { createLevelMeter, type LevelMeter } from './levelMeter.ts';

/** A real device of the visitor's. Off until it is turned on. */
export interface CaptureDevice {
  /**
   * Asks for the device and sends it; undefined, or why it cannot be had. The wait for the visitor's consent has no limit.
   * `asksForNothing` gets the constraints wrong on purpose.
   */
  turnOn(deviceId?: string, asksForNothing?: true): Promise<ConnectionFailure | undefined>;
  turnOff(): void;
  /** Tells what there is to choose from, now and at each change, until the returned function is called. */
  watchChoices(tell: (choices: readonly DeviceChoice[]) => void): () => void;
  readonly isOn: () => boolean;
  /** for a picture */
  readonly stream: () => MediaStream | undefined;
  /** 0 to 1, at most ten times a second anew; undefined where nothing is measured */
  readonly level: () => number | undefined;
}

export interface CaptureOptions {
  readonly device: 'microphone' | 'camera';
  readonly sender: RTCRtpSender;
  readonly report: (entry: Unlogged) => string;
  readonly signal: AbortSignal;
}

/** Sends a microphone or camera over a transceiver that is negotiated already, and reports all that becomes of it. */
export function createCaptureDevice({ device, sender, report, signal }: CaptureOptions): CaptureDevice {
  let stream: MediaStream | undefined;
  let meter: LevelMeter | undefined;
  let asked = 0;
  const tell = (event: MediaEvent, facts: Partial<LogEntryOf<'media'>> = {}) =>
    report({ kind: 'media', device, event, ...facts });

  async function refuse(thrown: unknown): Promise<ConnectionFailure> {
    const error = errorFacts(thrown);
    const constraint = constraintOf(thrown);
    const permission = await permissionFor(device);
    tell('refused', {
      error,
      ...(constraint === undefined ? {} : { constraint }),
      ...(self === top ? {} : { framed: true }),
      ...(permission === undefined ? {} : { permission }),
    });
    const denied = error.name === 'NotAllowedError' || error.name === 'SecurityError';
    return { reason: denied ? 'permission' : 'device', device, error };
  }

  function send(granted: MediaStream, track: MediaStreamTrack): Promise<void> {
    stream = granted;
    tell('granted');
    for (const event of ['ended', 'mute', 'unmute'] as const) {
      // A track that we stop ourselves fires no `ended`: whoever hears it lost the device.
      track.addEventListener(event, () => stream === granted && tell(event), { signal });
    }
    if (device === 'microphone') meter = createLevelMeter(granted, (heard) => tell(heard));
    return sender.replaceTrack(track);
  }

  function turnOff(): void {
    asked += 1;
    meter?.stop();
    meter = undefined;
    for (const track of stream?.getTracks() ?? []) track.stop();
    stream = undefined;
    if (!signal.aborted) sender.replaceTrack(null).catch(() => undefined);
  }

  signal.addEventListener('abort', turnOff);
  return {
    async turnOn(deviceId, asksForNothing) {
      turnOff();
      const mine = asked;
      // Absent wherever the page is not a secure context, whatever its types say.
      if (Reflect.get(navigator, 'mediaDevices') === undefined) {
        const missing = 'navigator.mediaDevices';
        const message = `${missing} is undefined: only a secure context (HTTPS or localhost) has it`;
        await refuse(new TypeError(message));
        return { reason: 'unsupported', missing };
      }
      const kind = device === 'microphone' ? 'audio' : 'video';
      const wanted = deviceId === undefined ? true : { deviceId: { exact: deviceId } };
      try {
        const granted = await navigator.mediaDevices.getUserMedia(asksForNothing ? {} : { [kind]: wanted });
        const [track] = granted.getTracks();
        // Meanwhile it was turned off, or on anew.
        if (mine !== asked || signal.aborted || track === undefined) {
          for (const each of granted.getTracks()) each.stop();
          return undefined;
        }
        await send(granted, track);
        return undefined;
      } catch (error) {
        if (signal.aborted) return undefined;
        turnOff();
        return refuse(error);
      }
    },
    turnOff,
    watchChoices: (tellChoices) =>
      watchDeviceChoices(device === 'microphone' ? 'audioinput' : 'videoinput', tellChoices),
    isOn: () => stream !== undefined,
    stream: () => stream,
    level: () => meter?.level(),
  };
}

type MediaEvent = LogEntryOf<'media'>['event'];

/** Of an OverconstrainedError: the name of the constraint that no device meets. */
function constraintOf(thrown: unknown): string | undefined {
  const constraint: unknown =
    typeof thrown === 'object' && thrown !== null ? Reflect.get(thrown, 'constraint') : undefined;
  return typeof constraint === 'string' && constraint !== '' ? constraint : undefined;
}

/** Not every browser knows these names; then it is undefined. */
async function permissionFor(device: 'microphone' | 'camera'): Promise<string | undefined> {
  try {
    return (await navigator.permissions.query({ name: device })).state;
  } catch {
    return undefined;
  }
}
