import { createExportJoin, type ExportedFile, type ExportRequest } from './recordingExport.ts';
import { type OpenMessage, type OpenRequest, openInParts } from './recordingFile.ts';

/** As much of a worker's scope as is used here: the DOM library types the page's. */
interface WorkerScope {
  addEventListener(
    type: 'message',
    listener: (event: MessageEvent<OpenRequest | ExportRequest>) => void,
  ): void;
  postMessage(message: OpenMessage | ExportedFile | { readonly problem: string }): void;
}

// Only openFile.ts and exportFile.ts start this script, and only as a worker; each worker does one thing.
const scope = globalThis as unknown as WorkerScope;
const join = createExportJoin();

function tell(message: Parameters<WorkerScope['postMessage']>[0]): void {
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker's has none
  scope.postMessage(message);
}

scope.addEventListener('message', ({ data }) => {
  if (!('part' in data)) {
    void openInParts(data, tell);
    return;
  }
  try {
    const made = join(data);
    if (made !== undefined) tell(made);
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    tell({ problem: `The file could not be made: ${why}.` });
  }
});
