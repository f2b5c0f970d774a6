import type { LintFinding } from '../../../core/webrtc/lintFinding.ts';
import { type SdpLine, type SdpSection, tokenizeSdp } from '../../../core/webrtc/sdp.ts';

/** One section of one side, with what there is to say about its lines. */
export interface SdpPart {
  readonly section: SdpSection;
  readonly lines: readonly SdpLine[];
  /** by line number */
  readonly findings: ReadonlyMap<number, readonly LintFinding[]>;
}

/** The same section of both sides. */
export interface SdpRow {
  readonly index: number;
  /** `Session`, `audio · mid 0` */
  readonly title: string;
  readonly offer?: SdpPart;
  readonly answer?: SdpPart;
  readonly worst: LintFinding['severity'] | undefined;
}

const severities = ['error', 'warning', 'info'] as const;

/** Offer and answer side by side, section by section. */
export function sdpRows(
  offer: string | undefined,
  answer: string | undefined,
  findings: readonly LintFinding[],
): readonly SdpRow[] {
  const offers = parts(
    offer,
    findings.filter(({ side }) => side === 'offer'),
  );
  const answers = parts(
    answer,
    findings.filter(({ side }) => side === 'answer'),
  );
  return Array.from({ length: Math.max(offers.length, answers.length) }, (_, index) => {
    const one = offers[index];
    const other = answers[index];
    const found = [one, other].flatMap((part) => [...(part?.findings.values() ?? [])].flat());
    return {
      index,
      title: titleOf((one ?? other)?.section),
      ...(one !== undefined && { offer: one }),
      ...(other !== undefined && { answer: other }),
      worst: severities.find((severity) => found.some((finding) => finding.severity === severity)),
    };
  });
}

/** What lint says of the whole text of one side, rather than of a line. */
export function wholeFindings(
  findings: readonly LintFinding[],
  side: 'offer' | 'answer',
): readonly LintFinding[] {
  return findings.filter((finding) => finding.side === side && finding.line === 0);
}

function parts(text: string | undefined, findings: readonly LintFinding[]): readonly SdpPart[] {
  if (text === undefined) return [];
  const byLine = new Map<number, LintFinding[]>();
  for (const finding of findings) {
    if (finding.line > 0) byLine.set(finding.line, [...(byLine.get(finding.line) ?? []), finding]);
  }
  return tokenizeSdp(text).sections.map((section) => ({
    section,
    lines: section.lines,
    findings: new Map(
      section.lines.flatMap(({ number }) => {
        const own = byLine.get(number);
        return own === undefined ? [] : [[number, own]];
      }),
    ),
  }));
}

function titleOf(section: SdpSection | undefined): string {
  if (section === undefined || section.kind === 'session') return 'Session';
  const mid = section.lines
    .find(({ type, value }) => type === 'a' && value.startsWith('mid:'))
    ?.value.slice(4);
  const media = (section.media ?? 'media').slice(0, 40);
  return mid === undefined ? media : `${media} · mid ${mid.slice(0, 40)}`;
}
