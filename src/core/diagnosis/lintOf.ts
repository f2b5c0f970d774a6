import type { LintFinding } from '../webrtc/lintFinding.ts';
import { lintSdp } from '../webrtc/lintSdp.ts';
import type { Description } from './evidence.ts';

interface Linted {
  readonly key: 'all' | 'relay';
  readonly offer: string | undefined;
  readonly answer: string | undefined;
  readonly findings: readonly LintFinding[];
}

// A run is judged again with each entry of its log, while its descriptions stay: one is remembered.
let last: Linted | undefined;

/** Lint of a run's descriptions. */
export function lintOf(
  offer: Description | undefined,
  answer: Description | undefined,
  iceTransportPolicy: 'all' | 'relay',
): readonly LintFinding[] {
  if (offer === undefined && answer === undefined) return [];
  if (last?.key === iceTransportPolicy && last.offer === offer?.sdp && last.answer === answer?.sdp)
    return last.findings;
  const findings = lintSdp({ offer: offer?.sdp, answer: answer?.sdp, iceTransportPolicy });
  last = { key: iceTransportPolicy, offer: offer?.sdp, answer: answer?.sdp, findings };
  return findings;
}
