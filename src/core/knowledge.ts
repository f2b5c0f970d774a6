/** What judges a log, in one module so that an app can load it after its first paint. */
export { catalogueRows } from './catalogue/catalogueRow.ts';
export { advise, diagnose, foresee } from './diagnosis/diagnose.ts';
export { sdkView } from './sdk/sdkView.ts';
export { expected } from './webrtc/browserEvidence.ts';
