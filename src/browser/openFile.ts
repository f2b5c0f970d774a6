import type { Reading, Recording } from '../core/recording/recording.ts';

/** Stub until the worker lands. */
export async function openFile(
  blob: Blob,
  _options: { readonly signal: AbortSignal; readonly onProgress: (fraction: number) => void },
): Promise<Reading> {
  try {
    return { ok: true, recording: JSON.parse(await blob.text()) as Recording, notes: [] };
  } catch (error) {
    return { ok: false, problem: `This is no recording: ${String(error)}` };
  }
}
