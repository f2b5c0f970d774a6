import type { RuledOut as RuledOutCase } from '../../core/diagnosis/diagnosis.ts';
import { Row } from './Row.tsx';
import css from './Verdict.module.css';

/** The look-alikes that it is not, and why. */
export function RuledOut({ ruledOut }: { readonly ruledOut: readonly RuledOutCase[] }) {
  return (
    <Row label="Ruled out">
      <ul class={css.bullets}>
        {ruledOut.map((item) => (
          <li key={`${item.code} ${item.variant}`}>
            <span title={`${item.code} · ${item.variant}`}>{item.title}:</span>{' '}
            <span class={css.quiet}>{item.because}</span>
          </li>
        ))}
      </ul>
    </Row>
  );
}
