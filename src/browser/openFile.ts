import { joinParts } from '../core/recording/read/readingParts.ts';
import type { Reading } from '../core/recording/recording.ts';
import type { OpenMessage, OpenRequest } from './recordingFile.ts';
import { recordingWorkerUrl } from './recordingWorkerUrl.ts';

export interface OpenFileOptions {
  readonly signal?: AbortSignal;
  /** 0 to 1 */
  readonly onProgress?: (part: number) => void;
  /** of the recording, where the file has none of its own; random where it is not given */
  readonly id?: string;
}

const cancelled: Reading = { ok: false, problem: 'Opening was cancelled.' };

/** Reading takes longer than handing over. */
const shareOfReading = 0.8;

/** Reads a file of any known kind beside the page's thread. Never rejects; what went wrong is in the reading. */
export function openFile(
  file: Blob,
  { signal, onProgress = () => {}, id = newId() }: OpenFileOptions = {},
  startWorker = () => new Worker(recordingWorkerUrl, { type: 'module', name: 'recording' }),
): Promise<Reading> {
  if (signal?.aborted) return Promise.resolve(cancelled);
  return new Promise((resolve) => {
    const worker = startWorker();
    const join = joinParts();
    const end = (reading: Reading) => {
      signal?.removeEventListener('abort', onAbort);
      worker.terminate();
      resolve(reading);
    };
    const onAbort = () => end(cancelled);
    signal?.addEventListener('abort', onAbort);
    worker.addEventListener('message', ({ data }: MessageEvent<OpenMessage>) => {
      if (data.part === 'progress') {
        onProgress(data.progress * shareOfReading);
        return;
      }
      const { reading, received } = join(data);
      onProgress(shareOfReading + (1 - shareOfReading) * received);
      if (reading !== undefined) end(reading);
    });
    // The worker catches everything itself: this is a script that did not load, or memory that ran out.
    worker.addEventListener('error', (event) => {
      const why = event.message === '' || event.message === undefined ? 'it did not load' : event.message;
      end({
        ok: false,
        problem: `The file could not be read: the part of the app that reads files failed (${why}). Reload the page and try again.`,
      });
    });
    const fileName = file instanceof File ? file.name : undefined;
    const request: OpenRequest = { file, id, ...(fileName === undefined ? {} : { fileName }) };
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker's has none
    worker.postMessage(request);
  });
}

function newId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(12));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
