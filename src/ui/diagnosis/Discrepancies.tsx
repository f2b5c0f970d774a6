import type { Discrepancy } from '../../core/diagnosis/diagnosis.ts';
import { Row } from './Row.tsx';
import css from './Verdict.module.css';

/** Where the specification and the observed SDKs differ: both, side by side. */
export function Discrepancies({ discrepancies }: { readonly discrepancies: readonly Discrepancy[] }) {
  return (
    <Row label="They differ">
      {discrepancies.map(({ topic, catalogue, observed, promisedBy }) => (
        <div key={topic} class={css.differ}>
          <p class={css.topic}>{topic}</p>
          <dl>
            <div>
              <dt>{promisedBy === undefined ? 'The catalogue says' : `${promisedBy} says`}</dt>
              <dd>{catalogue}</dd>
            </div>
            <div>
              <dt>Observed</dt>
              <dd>{observed}</dd>
            </div>
          </dl>
        </div>
      ))}
    </Row>
  );
}
