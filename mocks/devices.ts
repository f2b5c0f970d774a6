import { createTone, type Tone } from './tone.ts';
import type { Devices } from './world.ts';

/** A permission prompt that nobody has to answer takes about as long (failures.md, section b), ms. */
const askedFor = 10;
/** From the first sample to the pulled plug, ms. */
const pluggedInFor = 1500;

/** Puts stubs in the place of the page's microphone and playback until the signal aborts. */
export function stubDevices({ microphone, playback }: Devices, signal: AbortSignal): void {
  if (microphone !== undefined) stubMicrophone(microphone, signal);
  if (playback === 'blocked') stubPlayback(signal);
}

function stubMicrophone(microphone: NonNullable<Devices['microphone']>, signal: AbortSignal): void {
  // An insecure page has no media devices at all.
  const devices: MediaDevices | undefined = navigator.mediaDevices;
  if (devices === undefined) return;
  const real = devices.getUserMedia.bind(devices);
  const getUserMedia = async (constraints: MediaStreamConstraints = {}): Promise<MediaStream> => {
    if (constraints.audio === undefined || constraints.audio === false) return real(constraints);
    await new Promise((resolve) => setTimeout(resolve, askedFor));
    return microphoneStream(microphone, signal);
  };
  // An own property in front of the prototype's: taking it away leaves the browser's.
  Object.defineProperty(devices, 'getUserMedia', { value: getUserMedia, configurable: true });
  signal.addEventListener('abort', () => Reflect.deleteProperty(devices, 'getUserMedia'), { once: true });
}

/** Throws what Chromium throws, name and message (failures.md, section b). */
function microphoneStream(microphone: NonNullable<Devices['microphone']>, signal: AbortSignal): MediaStream {
  switch (microphone) {
    case 'denied':
      throw new DOMException('Permission denied', 'NotAllowedError');
    case 'denied-os':
      throw new DOMException('Permission denied by system', 'NotAllowedError');
    case 'none':
      throw new DOMException('Requested device not found', 'NotFoundError');
    case 'busy':
      throw new DOMException('Could not start audio source', 'NotReadableError');
    case 'overconstrained':
      throw overconstrained('deviceId');
    case 'silent':
      return streamOf(createTone({ volume: 0 }), signal);
    case 'unplugged': {
      const tone = createTone();
      // Firefox lets nobody hear an event that a page makes for a track, so the listeners are kept here.
      const heard = new EventTarget();
      tone.track.addEventListener = heard.addEventListener.bind(heard);
      const timer = setTimeout(() => {
        tone.stop();
        // Stopping a track oneself is silent; a device that goes away is told.
        heard.dispatchEvent(new Event('ended'));
      }, pluggedInFor);
      signal.addEventListener('abort', () => clearTimeout(timer), { once: true });
      return streamOf(tone, signal);
    }
  }
}

/** Firefox throws one too, but has no global of that name to make it with (measured in Firefox 153). */
function overconstrained(constraint: string): Error {
  return Reflect.has(globalThis, 'OverconstrainedError')
    ? new OverconstrainedError(constraint, '')
    : Object.assign(new Error(''), { name: 'OverconstrainedError', constraint });
}

function streamOf(tone: Tone, signal: AbortSignal): MediaStream {
  signal.addEventListener('abort', () => tone.stop(), { once: true });
  return new MediaStream([tone.track]);
}

function stubPlayback(signal: AbortSignal): void {
  const { prototype } = HTMLMediaElement;
  const { play } = prototype;
  prototype.play = () =>
    Promise.reject(
      new DOMException(
        "play() failed because the user didn't interact with the document first.",
        'NotAllowedError',
      ),
    );
  signal.addEventListener('abort', () => (prototype.play = play), { once: true });
}
