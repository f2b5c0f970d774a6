import type { Diagnosis } from '../../core/diagnosis/diagnosis.ts';
import type { SessionStep } from '../../core/session/step.ts';
import { EntryLink } from '../kit/EntryLink.tsx';
import { Icon } from '../kit/Icon.tsx';
import { stepTitles } from '../steps/stepWords.ts';
import { actorWords, certaintyWords } from './actorWords.ts';
import { Row } from './Row.tsx';
import css from './Verdict.module.css';

interface CertaintyProps {
  readonly verdict: Diagnosis;
  readonly onOpen: (id: string) => void;
  readonly onStep: (step: SessionStep) => void;
}

/** Who must act, how sure this is, and where it began. */
export function Certainty({ verdict, onOpen, onStep }: CertaintyProps) {
  const { actor, certainty, causedBy, nearestRow } = verdict;
  const { word, icon, meaning } = certaintyWords[certainty];
  return (
    <Row label="Who must act">
      <p class={css.chips}>
        <span class={css.chip}>
          <Icon name="person" />
          {actorWords[actor]}
        </span>
        <span class={css.chip} data-certainty={certainty} title={meaning}>
          <Icon name={icon} />
          {word}
        </span>
        <span class={css.quiet}>
          caused at{' '}
          <button type="button" class={css.stepLink} onClick={() => onStep(causedBy.step)}>
            {stepTitles[causedBy.step]}
          </button>
          , <EntryLink id={causedBy.entry} text={`entry ${causedBy.entry}`} onSelect={onOpen} />
        </span>
        {nearestRow !== undefined && (
          <span class={css.quiet}>
            nearest row of the specification: <code>{nearestRow}</code>
          </span>
        )}
      </p>
    </Row>
  );
}
