import type { Diagnosis } from '../../core/diagnosis/diagnosis.ts';
import { certaintyWords } from './actorWords.ts';
import { Row } from './Row.tsx';
import css from './Verdict.module.css';

export function OtherDiagnoses({ others }: { readonly others: readonly Diagnosis[] }) {
  return (
    <Row label="Also fits">
      <ul class={css.bullets}>
        {others.map((other) => (
          <li key={`${other.code} ${other.variant}`}>
            {other.title}{' '}
            <code class={css.quiet}>
              {other.code} · {other.variant}
            </code>{' '}
            <span class={css.quiet}>{certaintyWords[other.certainty].word.toLowerCase()}</span>
          </li>
        ))}
      </ul>
    </Row>
  );
}
