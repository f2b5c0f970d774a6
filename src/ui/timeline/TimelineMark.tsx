import { describe } from '../../core/session/describe.ts';
import { duration } from '../../core/session/wording.ts';
import { stepTitles } from '../steps/stepWords.ts';
import type { Mark } from './marks.ts';
import css from './Timeline.module.css';

interface TimelineMarkProps {
  readonly mark: Mark;
  readonly style: Readonly<Record<string, string>>;
  readonly selected: boolean;
  readonly focusable: boolean;
  readonly onSelect: (id: string) => void;
}

export function TimelineMark({ mark, style, selected, focusable, onSelect }: TimelineMarkProps) {
  const { entry, lane } = mark;
  const step = entry.step === undefined ? '' : `, ${stepTitles[entry.step]}`;
  const more = mark.silent !== undefined && mark.silent > 1 ? `; ${mark.silent} are silent` : '';
  const says = `${lane}${step}: ${describe(entry)}${more}`;
  return (
    <button
      type="button"
      class={css.mark}
      data-entry={entry.id}
      data-tone={mark.tone}
      data-silent={mark.silent !== undefined}
      data-moment={mark.to === mark.from}
      aria-label={says}
      aria-pressed={selected}
      title={`${duration(mark.from)} · ${says}`}
      tabIndex={focusable ? 0 : -1}
      style={style}
      onClick={() => onSelect(entry.id)}
    />
  );
}
