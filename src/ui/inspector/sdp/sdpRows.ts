import { compareSdp, type SectionComparison } from '../../../core/webrtc/compareSdp.ts';
import type { LintFinding } from '../../../core/webrtc/lintFinding.ts';

/** The same section of both sides, with what there is to say about it. */
export interface SdpRow {
  /** 0: the session */
  readonly index: number;
  /** `Session`, `audio · mid 0` */
  readonly title: string;
  readonly lines: SectionComparison['rows'];
  /** in how many lines each side has it */
  readonly length: { readonly offer: number; readonly answer: number };
  /** differences that matter, in words */
  readonly differences: readonly string[];
  /** by line number */
  readonly findings: { readonly offer: FindingsByLine; readonly answer: FindingsByLine };
  readonly worst: LintFinding['severity'] | undefined;
}

export type FindingsByLine = ReadonlyMap<number, readonly LintFinding[]>;

const severities = ['error', 'warning', 'info'] as const;

/** Offer and answer side by side, section by section. */
export function sdpRows(
  offer: string | undefined,
  answer: string | undefined,
  findings: readonly LintFinding[],
): readonly SdpRow[] {
  const bySide = { offer: byLine(findings, 'offer'), answer: byLine(findings, 'answer') };
  return compareSdp(offer, answer).map((section) => {
    const found = {
      offer: within(bySide.offer, section, 'offer'),
      answer: within(bySide.answer, section, 'answer'),
    };
    const all = [...found.offer.values(), ...found.answer.values()].flat();
    return {
      index: section.index,
      title: titleOf(section),
      lines: section.rows,
      length: {
        offer: section.rows.filter((row) => row.offer !== undefined).length,
        answer: section.rows.filter((row) => row.answer !== undefined).length,
      },
      differences: section.differences,
      findings: found,
      worst: severities.find((severity) => all.some((finding) => finding.severity === severity)),
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

function byLine(findings: readonly LintFinding[], side: 'offer' | 'answer'): FindingsByLine {
  const lines = new Map<number, LintFinding[]>();
  for (const finding of findings) {
    if (finding.side !== side || finding.line === 0) continue;
    const same = lines.get(finding.line);
    if (same === undefined) lines.set(finding.line, [finding]);
    else same.push(finding);
  }
  return lines;
}

function within(
  found: FindingsByLine,
  { rows }: SectionComparison,
  side: 'offer' | 'answer',
): FindingsByLine {
  if (found.size === 0) return found;
  return new Map(
    rows.flatMap((row) => {
      const line = row[side];
      const own = line === undefined ? undefined : found.get(line.number);
      return line === undefined || own === undefined ? [] : [[line.number, own] as const];
    }),
  );
}

function titleOf({ index, media, mid }: SectionComparison): string {
  if (index === 0) return 'Session';
  const id = mid.offer ?? mid.answer;
  return id === undefined ? media.slice(0, 40) : `${media.slice(0, 40)} · mid ${id.slice(0, 40)}`;
}
