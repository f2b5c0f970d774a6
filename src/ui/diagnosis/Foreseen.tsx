import type { Diagnosis } from '../../core/diagnosis/diagnosis.ts';
import { Explained } from '../kit/Explained.tsx';
import { Icon } from '../kit/Icon.tsx';
import { actorWords, certaintyWords } from './actorWords.ts';
import { DocsLink } from './DocsLink.tsx';
import { Row } from './Row.tsx';
import css from './Verdict.module.css';

interface ForeseenProps {
  readonly foreseen: Diagnosis;
  /** it is over: what it was taken for at that moment */
  readonly past: boolean;
  readonly onDocs: (code: string) => void;
}

/** What the silence will be taken for, if it lasts. */
export function Foreseen({ foreseen, past, onDocs }: ForeseenProps) {
  const { title, cause, remedy, actor, certainty, code } = foreseen;
  const { word, icon, meaning } = certaintyWords[certainty];
  return (
    <>
      <Row label={past ? 'At this moment it looked like' : 'If it lasts'}>
        <p>
          <strong>{title}</strong> <DocsLink code={code} onDocs={onDocs} />
        </p>
        <p>
          <Explained text={cause} />
        </p>
      </Row>
      <Row label={past ? 'What helps against it' : 'Then do this'}>
        <p>
          <Explained text={remedy} />
        </p>
      </Row>
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
        </p>
      </Row>
    </>
  );
}
