import { type ReadonlySignal, signal } from '@preact/signals';
import type { Reading } from '../core/recording/recording.ts';
import type { ViewModel } from './contracts.ts';
import type { SessionModelWithScripts } from './SessionModel.ts';

/** Something that is being read. */
export interface Opening {
  /** a file's name, or what it is */
  readonly what: string;
  /** 0 to 1, where it is known */
  readonly progress?: number;
}

export interface ReadOptions {
  readonly signal: AbortSignal;
  readonly onProgress: (fraction: number) => void;
}

/** Reads one thing at a time; the next one takes its place. */
export interface RecordingOpening {
  readonly opening: ReadonlySignal<Opening | undefined>;
  /** why the last one could not be read */
  readonly problem: ReadonlySignal<string | undefined>;
  /** Whether it was read, and used. */
  read(
    what: string,
    from: (options: ReadOptions) => Promise<Reading>,
    use: (reading: Extract<Reading, { readonly ok: true }>) => void,
  ): Promise<boolean>;
  cancel(): void;
}

export function createRecordingOpening(
  session: Pick<SessionModelWithScripts, 'dismiss' | 'notify'>,
  view: Pick<ViewModel, 'overlay'>,
): RecordingOpening {
  const opening = signal<Opening | undefined>(undefined);
  const problem = signal<string | undefined>(undefined);
  let abort: AbortController | undefined;

  function refuse(why: string): false {
    problem.value = why;
    if (view.overlay.peek() !== 'recordings') session.notify({ id: 'open', level: 'error', text: why });
    return false;
  }

  return {
    opening,
    problem,
    async read(what, from, use) {
      abort?.abort();
      const own = new AbortController();
      abort = own;
      problem.value = undefined;
      session.dismiss('open');
      opening.value = { what };
      try {
        const reading = await from({
          signal: own.signal,
          onProgress(progress) {
            if (abort === own) opening.value = { what, progress };
          },
        });
        if (own.signal.aborted) return false;
        if (!reading.ok) return refuse(reading.problem);
        use(reading);
        return true;
      } catch (error) {
        if (own.signal.aborted) return false;
        return refuse(`${what}: ${error instanceof Error ? error.message : String(error)}`);
      } finally {
        if (abort === own) opening.value = undefined;
      }
    },
    cancel() {
      abort?.abort();
      abort = undefined;
      opening.value = undefined;
    },
  };
}
