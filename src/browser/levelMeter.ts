/** How often the level is measured, ms: ten times a second is enough for eyes and cheap for the page. */
const period = 100;

/** Below this amplitude there is nothing but zeros: one step of a 16-bit sample. */
const zero = 1 / 32_768;

/** So long, and it is silence, ms. */
const silentAfter = 3000;

export interface LevelMeter {
  /** root mean square of the last moment, 0 to 1; undefined until the browser lets audio run */
  level(): number | undefined;
  stop(): void;
}

/** Measures how loud a stream is, and tells when nothing but zeros come from it, and when they end. */
export function createLevelMeter(
  stream: MediaStream,
  tell: (heard: 'silent' | 'audible') => void,
): LevelMeter {
  const context = new AudioContext();
  const analyser = context.createAnalyser();
  analyser.fftSize = 1024;
  context.createMediaStreamSource(stream).connect(analyser);
  const samples = new Float32Array(analyser.fftSize);
  let level: number | undefined;
  let heard: 'silent' | 'audible' | undefined;
  let zerosSince: number | undefined;

  function look(): void {
    // Without a user's gesture the context may be suspended: then zeros say nothing.
    if (context.state !== 'running') {
      void context.resume().catch(() => undefined);
      zerosSince = undefined;
      return;
    }
    analyser.getFloatTimeDomainData(samples);
    let squares = 0;
    let peak = 0;
    for (const sample of samples) {
      squares += sample * sample;
      peak = Math.max(peak, Math.abs(sample));
    }
    level = Math.sqrt(squares / samples.length);
    if (peak > zero) {
      zerosSince = undefined;
      change('audible');
      return;
    }
    zerosSince ??= performance.now();
    if (performance.now() - zerosSince >= silentAfter) change('silent');
  }

  function change(now: 'silent' | 'audible'): void {
    if (now === heard) return;
    heard = now;
    tell(now);
  }

  const timer = setInterval(look, period);
  return {
    level: () => level,
    stop() {
      clearInterval(timer);
      void context.close().catch(() => undefined);
    },
  };
}
