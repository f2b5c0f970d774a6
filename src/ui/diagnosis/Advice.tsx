import type { Diagnosis } from '../../core/diagnosis/diagnosis.ts';
import { EntryLink } from '../kit/EntryLink.tsx';
import { Explained } from '../kit/Explained.tsx';
import { DocsLink } from './DocsLink.tsx';
import { Row } from './Row.tsx';
import css from './Verdict.module.css';

interface AdviceProps {
  readonly advice: readonly Diagnosis[];
  readonly onOpen: (id: string) => void;
  readonly onDocs: (code: string) => void;
}

/** What is worth a remark, and is no reason for anything: quiet until somebody asks. */
export function Advice({ advice, onOpen, onDocs }: AdviceProps) {
  if (advice.length === 0) return undefined;
  return (
    <Row label="Harmless">
      <ul class={css.bullets} data-part="advice">
        {advice.map(({ code, variant, title, cause, evidence: [proof] }) => (
          <li key={`${code} ${variant}`} data-code={code}>
            <details>
              <summary class={css.quiet}>{title}</summary>
              <p>
                <Explained text={cause} />
              </p>
              <p>
                {proof !== undefined && <EntryLink id={proof.entry} text={proof.says} onSelect={onOpen} />}{' '}
                <DocsLink code={code} onDocs={onDocs} />
              </p>
            </details>
          </li>
        ))}
      </ul>
    </Row>
  );
}
