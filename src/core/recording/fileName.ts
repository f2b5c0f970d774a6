import { summarise } from '../session/summarise.ts';
import type { Recording } from './recording.ts';

type Named = Pick<Recording, 'startedAt' | 'log' | 'verdict'>;

/**
 * A name that tells what is in the file, of `A-Za-z0-9.-` only: `orga-session-2026-11-22T1405Z-call-401.json.gz`.
 * `extension` has no dot before it.
 */
export function fileName(recording: Named, extension: string): string {
  return ['orga-session', minuteOf(recording.startedAt), ...outcomeOf(recording)]
    .flatMap((part) => (part === undefined ? [] : [safe(part)]))
    .join('-')
    .concat('.', extension);
}

/** UTC, to the minute; undefined where the recording does not know. */
function minuteOf(epoch: number): string | undefined {
  if (!Number.isFinite(epoch) || epoch <= 0 || epoch > latest) return undefined;
  const iso = new Date(epoch).toISOString();
  return `${iso.slice(0, 13)}${iso.slice(14, 16)}Z`;
}

/** The last moment with a year of four digits. */
const latest = Date.UTC(9999, 11, 31);

/** Step and status, or else the diagnosis' code; or how the session went. */
function outcomeOf({ log, verdict }: Named): readonly (string | undefined)[] {
  const { outcome, failedStep, steps } = summarise(log);
  if (outcome === 'connected') return [verdict === undefined ? 'healthy' : 'connected', verdict?.code];
  if (outcome !== 'failed') return [verdict === undefined ? outcome : verdict.step, verdict?.code];
  const failure = steps.find(({ step }) => step === failedStep)?.failure;
  const status = failure !== undefined && 'status' in failure ? failure.status : undefined;
  return [failedStep ?? 'failed', status === undefined ? verdict?.code : String(status)];
}

function safe(part: string): string {
  return part
    .replace(/[^A-Za-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 60);
}
