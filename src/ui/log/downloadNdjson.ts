import type { LogEntry } from '../../core/session/log.ts';
import { reportEntry } from '../../core/session/report.ts';

/** Saves the log as a file: one JSON object per line, redacted as the log itself is. */
export function downloadNdjson(log: readonly LogEntry[], run: number): void {
  const lines = log.map((entry) => `${JSON.stringify(reportEntry(entry))}\n`);
  const url = URL.createObjectURL(new Blob(lines, { type: 'application/x-ndjson' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = `session-debugger-run-${run}.ndjson`;
  link.click();
  // The browser reads the blob after the click has returned.
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}
