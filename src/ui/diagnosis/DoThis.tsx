import type { Diagnosis } from '../../core/diagnosis/diagnosis.ts';
import { Explained } from '../kit/Explained.tsx';
import { Icon } from '../kit/Icon.tsx';
import { Row } from './Row.tsx';
import css from './Verdict.module.css';

/** The remedy. Where it can be done here, its button stands below with the other actions. */
export function DoThis({ verdict }: { readonly verdict: Diagnosis }) {
  const { remedy, warning } = verdict;
  return (
    <Row label="Do this">
      <p>
        <Explained text={remedy} />
      </p>
      {warning !== undefined && (
        <p class={css.warning}>
          <Icon name="warn" />
          <span>
            <strong>Careful:</strong> {warning}
          </span>
        </p>
      )}
    </Row>
  );
}
