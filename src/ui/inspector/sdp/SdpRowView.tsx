import { useState } from 'preact/hooks';
import { visibleLine } from '../../../core/session/visibleText.ts';
import { plural } from '../../../core/session/wording.ts';
import { Icon } from '../../kit/Icon.tsx';
import { LongText } from '../../kit/LongText.tsx';
import css from './Sdp.module.css';
import { SdpLines } from './SdpLines.tsx';
import type { SdpRow } from './sdpRows.ts';
import { severityIcons, severityWords } from './severityWords.ts';

interface SdpRowViewProps {
  readonly row: SdpRow;
  readonly answered: boolean;
  readonly unfolded: boolean;
}

/** One section of both sides; folding folds both. */
export function SdpRowView({ row, answered, unfolded }: SdpRowViewProps) {
  const [open, setOpen] = useState(unfolded);
  const { title, worst, length, differences } = row;
  return (
    <section class={css.row} data-severity={worst} aria-label={title}>
      <h3>
        <button type="button" class={css.fold} aria-expanded={open} onClick={() => setOpen(!open)}>
          <Icon name={open ? 'down' : 'right'} />
          <span>{visibleLine(title, 100)}</span>
          <span class={css.why}>
            {answered
              ? `${plural(length.offer, 'line')} · ${plural(length.answer, 'line')}`
              : plural(length.offer, 'line')}
          </span>
          {worst !== undefined && (
            <span class={css.worst} data-severity={worst}>
              <Icon name={severityIcons[worst]} />
              {severityWords[worst]}
            </span>
          )}
        </button>
      </h3>
      {differences.length > 0 && (
        <ul class={css.differences} aria-label={`Differences, ${title}`}>
          {differences.map((difference) => (
            <li key={difference}>
              <LongText text={difference} />
            </li>
          ))}
        </ul>
      )}
      {open && <SdpLines row={row} answered={answered} />}
    </section>
  );
}
