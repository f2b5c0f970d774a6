import { useState } from 'preact/hooks';
import { plural } from '../../../core/session/wording.ts';
import { Icon } from '../../kit/Icon.tsx';
import css from './Sdp.module.css';
import { SdpLines } from './SdpLines.tsx';
import type { SdpPart, SdpRow } from './sdpRows.ts';
import { severityIcons, severityWords } from './severityWords.ts';

interface SdpRowViewProps {
  readonly row: SdpRow;
  /** lines that matter and differ between the sides, by number */
  readonly differing: {
    readonly offer: ReadonlyMap<number, string>;
    readonly answer: ReadonlyMap<number, string>;
  };
  readonly answered: boolean;
  readonly unfolded: boolean;
}

/** One section of both sides; folding folds both. */
export function SdpRowView({ row, differing, answered, unfolded }: SdpRowViewProps) {
  const [open, setOpen] = useState(unfolded);
  const { title, worst, offer, answer } = row;
  const lines = [offer, answer].map((part) =>
    part === undefined ? 'none' : plural(part.lines.length, 'line'),
  );
  return (
    <section class={css.row} data-severity={worst} aria-label={title}>
      <h3>
        <button type="button" class={css.fold} aria-expanded={open} onClick={() => setOpen(!open)}>
          <Icon name={open ? 'down' : 'right'} />
          <span>{title}</span>
          <span class={css.why}>{answered ? `${lines[0]} · ${lines[1]}` : lines[0]}</span>
          {worst !== undefined && (
            <span class={css.worst} data-severity={worst}>
              <Icon name={severityIcons[worst]} />
              {severityWords[worst]}
            </span>
          )}
        </button>
      </h3>
      {open && (
        <div class={css.sides}>
          <Side part={offer} label={`Offer, ${title}`} differing={differing.offer} />
          {answered && <Side part={answer} label={`Answer, ${title}`} differing={differing.answer} />}
        </div>
      )}
    </section>
  );
}

interface SideProps {
  readonly part: SdpPart | undefined;
  readonly label: string;
  readonly differing: ReadonlyMap<number, string>;
}

function Side({ part, label, differing }: SideProps) {
  return part === undefined ? (
    <p class={css.absent}>This side has no such section.</p>
  ) : (
    <SdpLines part={part} label={label} differing={differing} />
  );
}
