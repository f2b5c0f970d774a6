import { duration } from '../../core/session/wording.ts';
import type { TimeRange } from '../../state/contracts.ts';
import css from './Timeline.module.css';

interface ScrubberProps {
  /** of the whole log, ms since the run began */
  readonly span: TimeRange;
  /** undefined: the end */
  readonly moment: number | undefined;
  readonly onMoment: (moment: number | undefined) => void;
}

/** Moves through what is over: everything shows that moment. The end is where it rests. */
export function Scrubber({ span, moment, onMoment }: ScrubberProps) {
  const value = moment ?? span.to;
  const step = Math.max(1, Math.round((span.to - span.from) / 200));
  return (
    <input
      type="range"
      class={css.scrubber}
      aria-label="Moment"
      aria-valuetext={
        moment === undefined ? `the end, ${duration(span.to)}` : `${duration(value)} of ${duration(span.to)}`
      }
      title="Drag to an earlier moment: everything shows what was known then"
      min={span.from}
      max={span.to}
      step="any"
      value={value}
      data-moment={moment !== undefined}
      onPointerDown={(event) => event.stopPropagation()}
      onInput={(event) => {
        const wanted = event.currentTarget.valueAsNumber;
        onMoment(wanted >= span.to ? undefined : wanted);
      }}
      onKeyDown={(event) => {
        const moves: Readonly<Record<string, number>> = {
          ArrowLeft: value - step,
          ArrowDown: value - step,
          ArrowRight: value + step,
          ArrowUp: value + step,
          PageDown: value - 10 * step,
          PageUp: value + 10 * step,
          Home: span.from,
          End: span.to,
        };
        const wanted = moves[event.key];
        if (wanted === undefined) return;
        event.preventDefault();
        event.stopPropagation();
        onMoment(wanted >= span.to ? undefined : Math.max(span.from, wanted));
      }}
    />
  );
}
