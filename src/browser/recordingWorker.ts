import { type OpenMessage, type OpenRequest, openInParts } from './recordingFile.ts';

/** As much of a worker's scope as is used here: the DOM library types the page's. */
interface WorkerScope {
  addEventListener(type: 'message', listener: (event: MessageEvent<OpenRequest>) => void): void;
  postMessage(message: OpenMessage): void;
}

// Only openFile.ts starts this script, and only as a worker.
const scope = globalThis as unknown as WorkerScope;

scope.addEventListener('message', ({ data }) => {
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker's has none
  void openInParts(data, (message) => scope.postMessage(message));
});
