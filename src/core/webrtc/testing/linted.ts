import type { LintFinding } from '../lintFinding.ts';
import { lintSdp } from '../lintSdp.ts';
import { answerLines, offerLines, sdpText } from './literalSdp.ts';

export const offer = sdpText(offerLines);
export const answer = sdpText(answerLines);

type Changes = readonly Parameters<typeof sdpText>[1][];
type Told = readonly (readonly string[])[];

/**
 * What findings say, as a test types it: `error mid answer 13/1` (severity, rule, side, line, media section if there is
 * one), then title, cause and what to do.
 */
export function told(findings: readonly LintFinding[]): Told {
  return findings.map(({ severity, rule, side, line, section, title, cause, fix }) => [
    `${severity} ${rule} ${side} ${line}${section === undefined ? '' : `/${section}`}`,
    title,
    cause,
    fix,
  ]);
}

/** What lint tells of the literal answer with these changes, beside the literal offer. */
export function answered(...changes: Changes): Told {
  return told(lintSdp({ offer, answer: sdpText(answerLines, ...changes) }));
}

/** What lint tells of the literal offer with these changes. */
export function offered(...changes: Changes): Told {
  return told(lintSdp({ offer: sdpText(offerLines, ...changes) }));
}

/** The change in the first section only, which is the one whose transport the literal group uses. */
export function inFirst(
  pattern: RegExp,
  replacement: string | undefined,
  lines: readonly string[] = answerLines,
): string {
  return sdpText(lines.slice(0, 16), [pattern, replacement]) + sdpText(lines.slice(16));
}

/** The description with these candidates only: `1 udp 5 192.0.2.1 9000 typ host`. */
export function withCandidates(lines: readonly string[], ...candidates: readonly string[]): string {
  return sdpText(
    lines.flatMap((line) =>
      line.startsWith('a=candidate:')
        ? candidates.map((rest, index) => `a=candidate:${index + 1} ${rest}`)
        : [line],
    ),
  );
}

/** What lint tells of an answer with these candidates only, beside the literal offer. */
export function answeredWith(...candidates: readonly string[]): Told {
  return told(lintSdp({ offer, answer: withCandidates(answerLines, ...candidates) }));
}

/** The same, where the session takes only relayed paths. */
export function answeredRelayOnly(...candidates: readonly string[]): Told {
  const text = withCandidates(answerLines, ...candidates);
  return told(lintSdp({ offer, answer: text, iceTransportPolicy: 'relay' }));
}

/** What lint tells of an offer with these candidates only. */
export function offeredWith(...candidates: readonly string[]): Told {
  return told(lintSdp({ offer: withCandidates(offerLines, ...candidates) }));
}

/** `m=video` and its attributes, behind the two sections of a literal description. */
export function withVideo(text: string, ...attributes: readonly string[]): string {
  const lines = ['m=video 9 UDP/TLS/RTP/SAVPF 96', 'a=mid:2', 'a=rtcp-mux', 'a=rtpmap:96 VP8/90000'];
  return text.replace('BUNDLE 0 1', 'BUNDLE 0 1 2') + sdpText([...lines, ...attributes]);
}
