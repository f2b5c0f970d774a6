import { reportEntry } from '../../session/report.ts';
import type { Recording } from '../recording.ts';

/** One JSON object per log entry and line, each with its level and its summary. */
export function toNdjson({ log }: Recording): string {
  return log.map((entry) => `${JSON.stringify(reportEntry(entry))}\n`).join('');
}
