import type { Diagnosis } from '../../core/diagnosis/diagnosis.ts';
import { Icon } from '../kit/Icon.tsx';
import { actorWords, certaintyWords } from './actorWords.ts';
import { Row } from './Row.tsx';
import css from './Verdict.module.css';

/** Who must act, and how sure this is. */
export function Certainty({ verdict }: { readonly verdict: Diagnosis }) {
  const { word, icon, meaning } = certaintyWords[verdict.certainty];
  return (
    <Row label="Who must act">
      <p class={css.chips}>
        <span class={css.chip}>
          <Icon name="person" />
          {actorWords[verdict.actor]}
        </span>
        <span class={css.chip} data-certainty={verdict.certainty} title={meaning}>
          <Icon name={icon} />
          {word}
        </span>
        {verdict.nearestRow !== undefined && (
          <span class={css.quiet}>
            nearest row of the specification: <code>{verdict.nearestRow}</code>
          </span>
        )}
      </p>
    </Row>
  );
}
