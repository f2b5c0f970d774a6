import type { FactsFile } from '../../core/watched/fact.ts';

/** Saves a recording as a file, without asking the network for anything. */
export function saveRecording(recording: FactsFile): void {
  const url = URL.createObjectURL(new Blob([JSON.stringify(recording)], { type: 'application/json' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = `session-probe-${Date.now()}.json`;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}
