import type { Diagnosis } from '../diagnosis.ts';

/** The first of these diagnoses with all that a reader is told of it, and the codes of those beside it. */
export function inWords([first, ...others]: readonly Diagnosis[]) {
  return (
    first && {
      is: `${first.code}/${first.variant}`,
      certainty: first.certainty,
      actor: first.actor,
      cause: first.cause,
      remedy: first.remedy,
      causedBy: `${first.causedBy.step} ${first.causedBy.entry}`,
      evidence: first.evidence.map(({ entry, says }) => `${entry} ${says}`),
      ruledOut: first.ruledOut.map(({ code, variant, because }) => `${code}/${variant}: ${because}`),
      beside: others.map(({ code, variant }) => `${code}/${variant}`),
    }
  );
}
