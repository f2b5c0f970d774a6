import { describe, levelOf } from '../../core/session/describe.ts';
import type { LogEntry } from '../../core/session/log.ts';
import { CopyButton } from '../kit/CopyButton.tsx';
import { Icon } from '../kit/Icon.tsx';
import { stepTitles } from '../steps/stepWords.ts';
import css from './LogGrid.module.css';
import { levelIcons } from './levelWords.ts';

interface LogRowProps {
  readonly entry: LogEntry;
  /** from 1 */
  readonly position: number;
  readonly time: string;
  readonly selected: boolean;
  readonly active: boolean;
  readonly onSelect: (id: string) => void;
}

/* The keyboard belongs to the grid */
export function LogRow({ entry, position, time, selected, active, onSelect }: LogRowProps) {
  const level = levelOf(entry);
  const step = entry.step === undefined ? '' : stepTitles[entry.step];
  const line = describe(entry);
  return (
    <div
      class={css.row}
      role="row"
      id={`log-row-${entry.id}`}
      aria-rowindex={position}
      aria-selected={selected}
      data-level={level}
      data-kind={entry.kind}
      data-entry={entry.id}
      data-active={active}
      onClick={() => onSelect(entry.id)}
    >
      <span role="gridcell" class={css.time}>
        {time}
      </span>
      <span role="gridcell" class={css.level}>
        <Icon name={levelIcons[level]} />
        {level}
      </span>
      <span role="gridcell" class={css.step}>
        {step}
      </span>
      <span role="gridcell" class={css.line} title={line}>
        {line}
      </span>
      <span role="gridcell" class={css.copy} onClick={(event) => event.stopPropagation()}>
        <CopyButton label="Copy row" text={() => `${time} ${level} ${step} ${line}`} iconOnly tabIndex={-1} />
      </span>
    </div>
  );
}
