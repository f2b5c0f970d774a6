import type { RecordingSource } from '../recording.ts';

/** Who wrote a foreign file, as far as it says: `Chrome 156`. */
export function productOf(source: RecordingSource, said: string): string {
  const browser = /\b(Firefox|Edg|OPR|HeadlessChrome|Chrome|Version)\/(\d+)/.exec(said);
  const name = browser?.[1]
    ?.replace('HeadlessChrome', 'Chrome')
    .replace('Version', 'Safari')
    .replace('Edg', 'Edge');
  return name === undefined ? source : `${name} ${browser?.[2] ?? ''}`;
}
