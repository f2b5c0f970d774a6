import type { Diagnosis } from '../diagnosis/diagnosis.ts';
import type { LogEntry, LogEntryOf } from '../session/log.ts';
import type { SeriesData } from '../session/seriesData.ts';
import { summarise } from '../session/summarise.ts';
import type { RecordedVerdict, Recording, RecordingSource } from './recording.ts';

export interface RecordingParts {
  /** redacted, as every log is */
  readonly log: readonly LogEntry[];
  readonly series?: SeriesData | undefined;
  /** what `diagnose` says of the log, the first is the verdict */
  readonly diagnoses: readonly Diagnosis[];
  /** id of the scenario that was replayed */
  readonly scenario?: string | undefined;
  /** version of the product that records */
  readonly product: string;
  /** random, 1 to 100 characters of `A-Za-z0-9._:-` */
  readonly id: string;
  readonly name?: string | undefined;
  /** `debugger` where it is not said */
  readonly source?: RecordingSource | undefined;
}

/** Joins a log and what was made of it into a recording. The wall clock and the browser are those of `run-started`. */
export function createRecording(parts: RecordingParts): Recording {
  const { log, series, diagnoses, scenario, product, id, name, source = 'debugger' } = parts;
  const begin = log.find((entry): entry is LogEntryOf<'run-started'> => entry.kind === 'run-started');
  const verdict = verdictOf(diagnoses[0], log);
  return {
    format: 'webrtc-session-recording',
    version: 1,
    product,
    source,
    id,
    ...(name === undefined ? {} : { name }),
    ...(scenario === undefined ? {} : { scenario }),
    startedAt: begin?.wallClock ?? 0,
    userAgent: begin?.userAgent ?? '',
    log,
    ...(series === undefined ? {} : { series }),
    ...(verdict === undefined ? {} : { verdict }),
  };
}

/** The verdict's step is the one that failed, or else the one that the diagnosis names. */
function verdictOf(diagnosis: Diagnosis | undefined, log: readonly LogEntry[]): RecordedVerdict | undefined {
  if (diagnosis === undefined) return undefined;
  const { code, variant, certainty, title, causedBy } = diagnosis;
  return { code, variant, certainty, title, step: summarise(log).failedStep ?? causedBy.step };
}
