import type { Diagnosis, RemedyAction } from '../../core/diagnosis/diagnosis.ts';
import { Button } from '../kit/Button.tsx';
import { Icon } from '../kit/Icon.tsx';
import { Row } from './Row.tsx';
import css from './Verdict.module.css';

interface DoThisProps {
  readonly verdict: Diagnosis;
  readonly onAction: (action: RemedyAction) => void;
}

const actionWords: Readonly<Record<RemedyAction, string>> = {
  'new-token-and-retry': 'Get a new token and retry',
  'retry-with-backoff': 'Retry with backoff',
};

export function DoThis({ verdict, onAction }: DoThisProps) {
  const { remedy, action, warning } = verdict;
  return (
    <Row label="Do this">
      <p>{remedy}</p>
      {warning !== undefined && (
        <p class={css.warning}>
          <Icon name="warn" />
          <span>
            <strong>Careful:</strong> {warning}
          </span>
        </p>
      )}
      {action !== undefined && (
        <p class={css.act}>
          <Button label={actionWords[action]} icon="clear" onPress={() => onAction(action)} />
        </p>
      )}
    </Row>
  );
}
