import type { Description } from '../description.ts';
import type { LintFinding } from '../lintFinding.ts';
import type { SdpLine } from '../sdp.ts';

/** What a rule says of one place; the rule's id and source are added. */
export interface Flaw {
  /** absent: the whole text */
  readonly at?: SdpLine | undefined;
  /** media section, where it is not that of the line */
  readonly section?: number | undefined;
  readonly title: string;
  readonly cause: string;
  readonly fix: string;
  readonly severity: LintFinding['severity'];
}

export type Report = (side: 'offer' | 'answer', flaw: Flaw) => void;

/** What the rules look at. A description that cannot be read is absent. */
export interface LintInput {
  readonly offer: Description | undefined;
  readonly answer: Description | undefined;
  /** `iceTransportPolicy` is `relay` */
  readonly relayOnly: boolean;
}

export interface SdpRule {
  readonly id: string;
  readonly source: string;
  check(input: LintInput, report: Report): void;
}

/** A rule about the bare text. Where it finds something, no other rule can say anything sensible. */
export interface TextRule {
  readonly id: string;
  readonly source: string;
  check(text: string, side: 'offer' | 'answer'): Flaw | undefined;
}

/** Both descriptions, as far as they are there. */
export function descriptions({ offer, answer }: LintInput): readonly Description[] {
  return [offer, answer].filter((description) => description !== undefined);
}
