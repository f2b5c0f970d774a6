export interface Tone {
  readonly track: MediaStreamTrack;
  stop(): void;
}

/** Chromium's source of samples that needs no user gesture; not in the standard, so not in the DOM types. */
type TrackGenerator = new (init: {
  readonly kind: 'audio';
}) => MediaStreamTrack & { readonly writable: WritableStream<AudioData> };

declare global {
  var MediaStreamTrackGenerator: TrackGenerator | undefined;
}

const rate = 48_000;
const hertz = 440;
/** 20 ms, the packet length of Opus */
const frame = 960;

/**
 * A quiet 440 Hz tone as a track; `volume` from 0 (zeros only) to 1. Samples are made by hand where the browser takes them: an AudioContext stays suspended
 * until the user has clicked, sends no RTP until then, and Chromium complains on the console (measured in Chromium 156).
 */
export function createTone({ volume = 0.1 }: { readonly volume?: number } = {}): Tone {
  const Generator = globalThis.MediaStreamTrackGenerator;
  return Generator === undefined
    ? contextTone(volume)
    : generatedTone(new Generator({ kind: 'audio' }), volume);
}

function generatedTone(track: InstanceType<TrackGenerator>, volume: number): Tone {
  const writer = track.writable.getWriter();
  let written = 0;
  const timer = setInterval(() => {
    const data = Float32Array.from({ length: frame }, (_, index) => volume * sample(written + index));
    const timestamp = (written / rate) * 1e6;
    written += frame;
    writer
      .write(
        new AudioData({
          format: 'f32-planar',
          sampleRate: rate,
          numberOfFrames: frame,
          numberOfChannels: 1,
          timestamp,
          data,
        }),
      )
      .catch(() => clearInterval(timer));
  }, 20);
  return {
    track,
    stop() {
      clearInterval(timer);
      track.stop();
    },
  };
}

function sample(position: number): number {
  return Math.sin((2 * Math.PI * hertz * position) / rate);
}

function contextTone(loudness: number): Tone {
  const context = new AudioContext();
  const oscillator = context.createOscillator();
  const volume = context.createGain();
  const destination = context.createMediaStreamDestination();
  oscillator.frequency.value = hertz;
  volume.gain.value = loudness;
  oscillator.connect(volume).connect(destination);
  oscillator.start();
  const [track] = destination.stream.getAudioTracks();
  if (track === undefined) throw new Error('This browser gave no audio track for the synthetic tone.');
  return {
    track,
    stop() {
      track.stop();
      // A device that was unplugged is stopped once more when the run ends, which Firefox refuses.
      context.close().catch(() => undefined);
    },
  };
}
