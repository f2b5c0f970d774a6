import type { RecordingSource } from '../../core/recording/recording.ts';
import type { OpenedRecording } from '../../state/contracts.ts';

const origins: Readonly<Record<RecordingSource, string>> = {
  debugger: 'recorded by version',
  probe: 'recorded in its own page by probe',
  har: 'read from a HAR of',
  'webrtc-internals': 'read from a webrtc-internals dump of',
  rtcstats: 'read from an rtcstats dump of',
  sdp: 'read from a session description alone',
};

/** Who wrote it down, and when: `recorded by version 0.1.0 on 2026-11-22 at 14:05:03 UTC`. */
export function sourceWords({
  source,
  product,
  startedAt,
}: Pick<OpenedRecording, 'source' | 'product' | 'startedAt'>): string {
  // It has no time, and nobody who made it.
  if (source === 'sdp') return origins.sdp;
  const iso = new Date(startedAt).toISOString();
  return `${origins[source]} ${product} on ${iso.slice(0, 10)} at ${iso.slice(11, 19)} UTC`;
}

/** `The token was already used (invalid_ephemeral_token · used)` */
export function verdictWords(
  verdict: { readonly title: string; readonly code: string; readonly variant?: string } | undefined,
): string {
  if (verdict === undefined) return 'none';
  const { title, code, variant } = verdict;
  return `${title} (${variant === undefined || variant === code ? code : `${code} · ${variant}`})`;
}
