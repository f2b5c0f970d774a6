import type { Evidence } from '../diagnosis/evidence.ts';
import type { LintFinding } from '../webrtc/lintFinding.ts';
import { connectionFailure, howItEnded } from './connection.ts';
import type { Finding, LookAlike } from './entry.ts';
import { quoted } from './reply.ts';

/** One thing that can be wrong with an answer which the browser refuses. */
export interface SdpFault {
  /** ids of the lint rules that find it */
  readonly rules: readonly string[];
  /** the browsers’ own words for it */
  readonly words?: RegExp;
  /** the words alone could mean other things too */
  readonly needsLint?: true;
  /** lint rules whose findings explain this one away */
  readonly unless?: readonly string[];
  readonly specificity: number;
  readonly cause: string;
  readonly remedy: string;
  readonly ruledOut?: readonly LookAlike[];
}

/** What a text that is no whole SDP lacks must not count against it. */
export const brokenText = ['not-sdp', 'escaped-crlf', 'truncated'] as const;

/** The first finding of these rules in the answer. */
export function linted({ connection }: Evidence, ...rules: readonly string[]): LintFinding | undefined {
  return connection.lint.find(({ side, rule }) => side === 'answer' && rules.includes(rule));
}

/** A recogniser of an answer that setRemoteDescription refused, by lint and by the browser’s words. */
export function refusedAnswer(fault: SdpFault): (evidence: Evidence) => Finding | undefined {
  return (evidence) => {
    const failure = connectionFailure(evidence);
    if (failure?.reason !== 'sdp' || failure.operation !== 'setRemoteDescription') return undefined;
    if (linted(evidence, ...(fault.unless ?? [])) !== undefined) return undefined;
    const found = linted(evidence, ...fault.rules);
    const said = fault.words?.test(failure.error.message) ?? false;
    if (found === undefined ? !said || fault.needsLint : !said && found.severity !== 'error')
      return undefined;
    const { answer } = evidence.connection;
    const where = found === undefined || found.text === '' ? '' : ` Line ${found.line}: ${found.text}.`;
    return {
      certainty: said || fault.words === undefined ? 'proved' : 'likely',
      specificity: fault.specificity + (said && found !== undefined ? 4 : said ? 2 : 0),
      cause: `${fault.cause}${where} setRemoteDescription threw ${failure.error.name}.`,
      remedy: fault.remedy,
      evidence: [
        ...(answer === undefined
          ? []
          : [
              {
                entry: answer.entry,
                says: found === undefined ? 'the answer as it came' : lineInWords(found),
              },
            ]),
        howItEnded(evidence),
      ],
      causedBy: { step: 'call', entry: answer?.entry ?? evidence.failing.id },
      ruledOut: [
        ...(fault.ruledOut ?? []),
        {
          code: 'ice.unreachable',
          variant: 'no-answer',
          because: 'the answer was refused, so ICE never began',
        },
      ],
    };
  };
}

/** `line 12: a=setup:actpass`, or what the rule says where the line is none. */
export function lineInWords({ line, text, cause }: LintFinding): string {
  return text === '' ? cause : `line ${line}: ${quoted(text.slice(0, 120))}`;
}
