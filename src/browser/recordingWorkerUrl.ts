// oxlint-disable-next-line import/default -- Vite makes the script's URL the default export
import url from './recordingWorker.ts?worker&url';

/** The script that reads files, as an absolute URL: the page's policy admits it by this name. */
export const recordingWorkerUrl = new URL(url, import.meta.url).href;
