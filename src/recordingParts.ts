import { deflateRaw, gzip, inflateRaw } from './browser/compression.ts';
import { exportFile } from './browser/exportFile.ts';
import { openFile } from './browser/openFile.ts';
import { soon } from './browser/recordingSchedule.ts';
import { createRecordingStore } from './browser/recordingStore.ts';
import { isFragment, readFragment } from './core/recording/shareFragment.ts';
import type { ViewModel } from './state/contracts.ts';
import { createRecordingsModel, type RecordingsModel } from './state/RecordingsModel.ts';
import { createSending } from './state/Sending.ts';
import type { SessionModelWithScripts } from './state/SessionModel.ts';

/** Begins to record; from now on recordings can be listed, opened and sent. */
export function startRecordings(
  session: SessionModelWithScripts,
  view: ViewModel,
  product: string,
  pageUrl: string,
): RecordingsModel {
  const store = createRecordingStore({
    now: () => Date.now(),
    locks: navigator.locks,
    channel: typeof BroadcastChannel === 'undefined' ? undefined : new BroadcastChannel('session-debugger'),
  });
  const recordings = createRecordingsModel({
    session,
    view,
    store,
    openFile,
    async recognise(text) {
      const { recogniseText } = await import('./core/recording/read/recogniseText.ts');
      return recogniseText(text, { now: Date.now(), id: newId() });
    },
    readFragment: (fragment) => readFragment(fragment, inflateRaw),
    sending: createSending({ secrets: session.secrets, pageUrl, gzip, deflate: deflateRaw, exportFile }),
    product,
    newId,
    now: () => performance.now(),
    soon,
  });
  // The page may never come back from there.
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'hidden') void recordings.flush();
  });
  // Not location.hash: the page's own link may have taken the new one's place by the time the event comes.
  addEventListener('hashchange', ({ newURL }) => {
    const { hash } = new URL(newURL);
    if (isFragment(hash)) void recordings.openFragment(hash);
  });
  addEventListener('pagehide', () => void recordings.flush());
  return recordings;
}

function newId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(12));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
