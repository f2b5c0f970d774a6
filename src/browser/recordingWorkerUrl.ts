import url from './recordingWorker.ts?worker&url';

/** The script that reads files, as an absolute URL: the page's policy admits it by this name. */
export const recordingWorkerUrl = new URL(url, import.meta.url).href;
