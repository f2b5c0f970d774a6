/** What other programs import: explains a log that the debugger exported (`export('ndjson')`, `report().log`). */
export type { CatalogueEntry } from './catalogue/entry.ts';
export { type CatalogueCode, catalogue } from './catalogue/index.ts';
export { advise, diagnose, foresee } from './diagnosis/diagnose.ts';
export type { Diagnosis } from './diagnosis/diagnosis.ts';
export { createRecording, type RecordingParts } from './recording/createRecording.ts';
export { parseRecording } from './recording/parseRecording.ts';
export type { Reading, RecordedVerdict, Recording, RecordingSource } from './recording/recording.ts';
export { type ExportFormat, exportFormats } from './recording/write/exportFormat.ts';
export { exportRecording } from './recording/write/exportRecording.ts';
export { createRedactor, type Redactor } from './redaction.ts';
export { sdkView } from './sdk/sdkView.ts';
export { describe, levelOf } from './session/describe.ts';
export type { Failure } from './session/failure.ts';
export type { Level, LogEntry, LogKind } from './session/log.ts';
export type { Report, ReportedEntry } from './session/report.ts';
export { type SessionStep, sessionSteps } from './session/step.ts';
export { summarise } from './session/summarise.ts';
export type { SessionSummary } from './session/summary.ts';
