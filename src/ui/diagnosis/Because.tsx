import type { Diagnosis } from '../../core/diagnosis/diagnosis.ts';
import { EntryLink } from '../kit/EntryLink.tsx';
import { Explained } from '../kit/Explained.tsx';
import { Row } from './Row.tsx';
import css from './Verdict.module.css';

interface BecauseProps {
  readonly verdict: Diagnosis;
  readonly onOpen: (id: string) => void;
}

/** The cause, and the log entries that prove it. */
export function Because({ verdict, onOpen }: BecauseProps) {
  const { cause, evidence } = verdict;
  return (
    <Row label="Because">
      <p>
        <Explained text={cause} />
      </p>
      <ul class={css.bullets}>
        {evidence.map((proof) => (
          <li key={`${proof.entry} ${proof.says}`}>
            <EntryLink id={proof.entry} text={proof.says} onSelect={onOpen} />
          </li>
        ))}
      </ul>
    </Row>
  );
}
