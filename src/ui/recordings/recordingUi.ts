export { RecordingBar } from './RecordingBar.tsx';
export { Recordings } from './Recordings.tsx';
export { Send } from './Send.tsx';
