import { readingParts } from '../core/recording/read/readingParts.ts';
import type { Recording } from '../core/recording/recording.ts';
import type { ExportOrder } from '../core/recording/write/prepareExport.ts';
import { type ExportedFile, type ExportRequest, makeFile } from './recordingExport.ts';
import { recordingWorkerUrl } from './recordingWorkerUrl.ts';

export interface ExportOptions {
  readonly signal?: AbortSignal | undefined;
  /** 0 to 1: how much of the recording was handed over */
  readonly onProgress?: ((part: number) => void) | undefined;
}

/** What is larger than this would hold the page's thread for longer than anybody should notice. */
const small = { entries: 300, characters: 200_000 } as const;

/**
 * Makes a recording into a file, a large one beside the page's thread. Rejects with an `Error` for the user: an
 * `AbortError` where it was cancelled.
 */
export async function exportFile(
  recording: Recording,
  order: ExportOrder,
  options: ExportOptions = {},
  startWorker = () => new Worker(recordingWorkerUrl, { type: 'module', name: 'export' }),
): Promise<ExportedFile> {
  options.signal?.throwIfAborted();
  return isSmall(recording) ? makeFile(recording, order) : inWorker(recording, order, options, startWorker());
}

function isSmall({ log }: Recording): boolean {
  return log.length <= small.entries && JSON.stringify(log).length <= small.characters;
}

function inWorker(
  recording: Recording,
  order: ExportOrder,
  { signal, onProgress = () => {} }: ExportOptions,
  worker: Worker,
): Promise<ExportedFile> {
  return new Promise<ExportedFile>((resolve, reject) => {
    const onAbort = () => reject(signal?.reason);
    signal?.addEventListener('abort', onAbort);
    worker.addEventListener(
      'message',
      ({ data }: MessageEvent<ExportedFile | { readonly problem: string }>) => {
        if ('problem' in data) reject(new Error(data.problem));
        else resolve(data);
      },
    );
    // A script that did not load, or memory that ran out.
    worker.addEventListener('error', ({ message }) =>
      reject(
        new Error(
          `The file could not be made: the part of the app that makes files failed (${message === '' || message === undefined ? 'it did not load' : message}). Reload the page and try again.`,
        ),
      ),
    );
    void handOver(recording, order, worker, onProgress, signal).catch(reject);
  }).finally(() => worker.terminate());
}

/** A portion at a time: between two of them the page can do what is due. */
async function handOver(
  recording: Recording,
  order: ExportOrder,
  worker: Worker,
  onProgress: (part: number) => void,
  signal: AbortSignal | undefined,
): Promise<void> {
  const post = (request: ExportRequest) => {
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker's has none
    worker.postMessage(request);
  };
  post({ part: 'order', order });
  let sent = 0;
  for (const part of readingParts({ ok: true, recording, notes: [] })) {
    if (signal?.aborted) return;
    post(part);
    if (part.part !== 'entries') continue;
    sent += part.log.length;
    onProgress(sent / recording.log.length);
    await new Promise((resolve) => setTimeout(resolve));
  }
}
