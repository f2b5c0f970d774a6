import type { RecordingSource } from '../recording.ts';

/** Who wrote a foreign file, as far as it says: `Chrome 156`. */
export function productOf(source: RecordingSource, said: string): string {
  const browser = /\b(?:Firefox|Edg|OPR|HeadlessChrome|Chrome|Version)\/\d+/.exec(said)?.[0];
  const named = browser
    ?.replace('/', ' ')
    .replace('HeadlessChrome', 'Chrome')
    .replace('Version', 'Safari')
    .replace('Edg', 'Edge');
  return named ?? source;
}
