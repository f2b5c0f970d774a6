/** What is seen only once something has run: one chunk, fetched when the first run begins. */
export { ConnectedVerdict } from './diagnosis/ConnectedVerdict.tsx';
export { FailedVerdict } from './diagnosis/FailedVerdict.tsx';
export { Inspector } from './inspector/Inspector.tsx';
