import type { Diagnosis } from '../../../diagnosis/diagnosis.ts';

/** A verdict as far as a replay looks at it; its title is “It”. */
export function verdictOf(code: string, variant = 'x', cause = 'Because.'): Diagnosis {
  return {
    code,
    variant,
    certainty: 'proved',
    actor: 'backend',
    title: 'It',
    cause,
    remedy: 'Mend it.',
    causedBy: { step: 'call', entry: 'e4' },
    evidence: [],
    ruledOut: [],
    discrepancies: [],
  };
}
