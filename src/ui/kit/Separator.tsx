import css from './Separator.module.css';

interface SeparatorProps {
  readonly label: string;
  /** of the line itself */
  readonly orientation: 'horizontal' | 'vertical';
  readonly value: number;
  readonly min: number;
  readonly max: number;
  readonly controls: string;
  /** true where the pane lies after the separator, so that moving towards it makes it smaller */
  readonly paneAfter?: boolean;
  readonly onResize: (value: number) => void;
}

const keySteps: Readonly<Record<string, number>> = {
  ArrowLeft: -16,
  ArrowUp: -16,
  ArrowRight: 16,
  ArrowDown: 16,
  Home: Number.NEGATIVE_INFINITY,
  End: Number.POSITIVE_INFINITY,
};

/** Resizes a pane by pointer and by keyboard (ARIA window splitter). */
export function Separator(props: SeparatorProps) {
  const { orientation, value, min, max, onResize } = props;
  const sign = props.paneAfter ? -1 : 1;
  const resize = (wanted: number) => onResize(Math.min(max, Math.max(min, Math.round(wanted))));

  function drag(down: PointerEvent) {
    const bar = down.currentTarget;
    if (!(bar instanceof HTMLElement)) return;
    const position = (event: PointerEvent) => (orientation === 'vertical' ? event.clientX : event.clientY);
    const start = position(down);
    const move = (event: PointerEvent) => resize(value + sign * (position(event) - start));
    bar.setPointerCapture(down.pointerId);
    bar.addEventListener('pointermove', move);
    bar.addEventListener('lostpointercapture', () => bar.removeEventListener('pointermove', move), {
      once: true,
    });
  }

  return (
    // A focusable separator is the window splitter pattern
    <div
      role="separator"
      class={css.separator}
      tabIndex={0}
      aria-label={props.label}
      aria-orientation={orientation}
      aria-controls={props.controls}
      aria-valuenow={Math.round(value)}
      aria-valuemin={Math.round(min)}
      aria-valuemax={Math.round(max)}
      onPointerDown={drag}
      onKeyDown={(event) => {
        const step = keySteps[event.key];
        if (step === undefined) return;
        event.preventDefault();
        resize(value + sign * step);
      }}
    />
  );
}
