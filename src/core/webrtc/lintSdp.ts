import { type Description, readDescription } from './description.ts';
import { judgedPart, mostLines, mostSections } from './judgedPart.ts';
import { createFindingList, type FindingList, type LintFinding } from './lintFinding.ts';
import { endRule, sdpRules, textRules } from './rules/index.ts';
import type { Flaw, LintInput, SdpRule } from './rules/rule.ts';
import { firstLine } from './sdp.ts';

export type { LintFinding } from './lintFinding.ts';

export interface SdpTexts {
  readonly offer: string | undefined;
  readonly answer?: string | undefined;
  readonly iceTransportPolicy?: 'all' | 'relay' | undefined;
}

type Side = 'offer' | 'answer';

/**
 * What is wrong, or worth knowing, in an offer, an answer, and between them. Any text is taken, nothing is thrown;
 * the work is linear in the length, at most 200 findings are kept, ordered by side and line.
 */
export function lintSdp({ offer, answer, iceTransportPolicy }: SdpTexts): readonly LintFinding[] {
  const findings = createFindingList();
  const input: LintInput = {
    offer: offer === undefined ? undefined : readable(offer, 'offer', findings),
    answer: answer === undefined ? undefined : readable(answer, 'answer', findings),
    relayOnly: iceTransportPolicy === 'relay',
  };
  for (const rule of sdpRules) run(rule, input, findings);
  return findings.list();
}

/** The description; undefined where a finding says that the text is none or only a part of one. */
function readable(text: string, side: Side, findings: FindingList): Description | undefined {
  for (const rule of textRules) {
    const flaw = rule.check(text, side);
    if (flaw === undefined) continue;
    findings.add({ ...finding(rule, side, flaw), text: firstLine(text) });
    return undefined;
  }
  const judged = judgedPart(text);
  if (judged.length < text.length) findings.add(finding(tooLong, side, tooLong.flaw));
  const description = readDescription(judged, side);
  let whole = true;
  const alone = { offer: undefined, answer: undefined, relayOnly: false, [side]: description };
  endRule.check(alone, (_, flaw) => {
    whole = false;
    findings.add(finding(endRule, side, flaw));
  });
  return whole ? description : undefined;
}

function run(rule: SdpRule, input: LintInput, findings: FindingList): void {
  rule.check(input, (side, flaw) => findings.add(finding(rule, side, flaw)));
}

const tooLong = {
  id: 'too-long',
  source: 'this debugger',
  flaw: {
    title: 'Only the beginning was checked',
    cause: `Lint reads ${mostLines.toLocaleString('en')} lines and ${mostSections.toLocaleString('en')} media sections. No session needs as many.`,
    fix: 'Look at what produced it.',
    severity: 'warning',
  },
} as const;

function finding(
  rule: { readonly id: string; readonly source: string },
  side: Side,
  flaw: Flaw,
): LintFinding {
  const section = flaw.section ?? flaw.at?.section ?? 0;
  return {
    rule: rule.id,
    side,
    line: flaw.at?.number ?? 0,
    ...(section === 0 ? {} : { section }),
    text: flaw.at?.raw ?? '',
    title: flaw.title,
    cause: flaw.cause,
    fix: flaw.fix,
    severity: flaw.severity,
    source: rule.source,
  };
}
