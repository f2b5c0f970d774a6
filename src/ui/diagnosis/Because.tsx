import type { Diagnosis } from '../../core/diagnosis/diagnosis.ts';
import type { SessionStep } from '../../core/session/step.ts';
import { EntryLink } from '../kit/EntryLink.tsx';
import { stepTitles } from '../steps/stepWords.ts';
import { Row } from './Row.tsx';
import css from './Verdict.module.css';

interface BecauseProps {
  readonly verdict: Diagnosis;
  readonly onOpen: (id: string) => void;
  readonly onStep: (step: SessionStep) => void;
}

/** The cause, and the log entries that prove it. */
export function Because({ verdict, onOpen, onStep }: BecauseProps) {
  const { cause, evidence, causedBy } = verdict;
  return (
    <Row label="Because">
      <p>{cause}</p>
      <ul class={css.bullets}>
        {evidence.map((proof) => (
          <li key={`${proof.entry} ${proof.says}`}>
            <EntryLink id={proof.entry} text={proof.says} onSelect={onOpen} />
          </li>
        ))}
      </ul>
      <p class={css.quiet}>
        Caused at{' '}
        <button type="button" class={css.stepLink} onClick={() => onStep(causedBy.step)}>
          {stepTitles[causedBy.step]}
        </button>{' '}
        by <EntryLink id={causedBy.entry} text={`entry ${causedBy.entry}`} onSelect={onOpen} />
      </p>
    </Row>
  );
}
