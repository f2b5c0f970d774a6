/** What is seen only once something has run: one chunk, fetched when the first run begins. */
export { ConnectedVerdict } from './diagnosis/ConnectedVerdict.tsx';
export { FailedVerdict } from './diagnosis/FailedVerdict.tsx';
export { WaitingDetails } from './diagnosis/WaitingDetails.tsx';
export { Inspector } from './inspector/Inspector.tsx';
export { Timeline } from './timeline/Timeline.tsx';
