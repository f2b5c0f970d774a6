import type { Unlogged } from '../core/session/log.ts';
import { errorFacts } from './errorFacts.ts';

/** The far end's audio. Silent until somebody listens. */
export interface Playback {
  /** The far end's stream, once it has one. */
  take(stream: MediaStream): void;
  /** Resolves once it plays, or is refused; what came of it is a log entry. */
  listen(on: boolean): Promise<void>;
  readonly listening: () => boolean;
}

/**
 * Plays a stream in an audio element. A browser may refuse sound to a page that nobody has touched (`NotAllowedError`),
 * so it never begins by itself.
 */
export function createPlayback({
  report,
  signal,
}: {
  readonly report: (entry: Unlogged) => string;
  readonly signal: AbortSignal;
}): Playback {
  let stream: MediaStream | undefined;
  let element: HTMLAudioElement | undefined;
  let wanted = false;

  async function play(): Promise<void> {
    if (!wanted || stream === undefined || signal.aborted) return;
    element ??= document.createElement('audio');
    const playing = element;
    playing.srcObject = stream;
    try {
      await playing.play();
      if (wanted) report({ kind: 'media', device: 'playback', event: 'playing' });
    } catch (thrown) {
      const error = errorFacts(thrown);
      // Whoever stops listening interrupts the play request: that is no refusal.
      if (error.name === 'AbortError') return;
      wanted = false;
      report({ kind: 'media', device: 'playback', event: 'blocked', error });
    }
  }

  function stop(): void {
    wanted = false;
    element?.pause();
    if (element !== undefined) element.srcObject = null;
  }

  signal.addEventListener('abort', stop);
  return {
    take(given) {
      stream = given;
      void play();
    },
    async listen(on) {
      if (!on) {
        stop();
        return;
      }
      wanted = true;
      await play();
    },
    listening: () => wanted,
  };
}
