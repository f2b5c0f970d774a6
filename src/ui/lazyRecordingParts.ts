import { lazyModule, lazyPart } from './kit/lazyPart.tsx';

/** Loaded together with what keeps recordings, so that nothing of it comes late. */
export const recordingUi = lazyModule(() => import('./recordings/recordingUi.ts'));

export const RecordingBar = lazyPart('The recording', recordingUi, (parts) => parts.RecordingBar);
export const Recordings = lazyPart('The recordings', recordingUi, (parts) => parts.Recordings);
export const Send = lazyPart('What sends a recording', recordingUi, (parts) => parts.Send);
