import type { ReadonlySignal } from '@preact/signals';
import { useMemo } from 'preact/hooks';
import type { LogEntry } from '../../core/session/log.ts';
import { duration } from '../../core/session/wording.ts';
import { lanes, type Mark, timelineMarks } from './marks.ts';
import css from './Timeline.module.css';
import { TimelineMark } from './TimelineMark.tsx';

interface TimelineProps {
  readonly log: readonly LogEntry[];
  readonly clock: ReadonlySignal<number>;
  /** lanes one under the other, rather than merged into a strip */
  readonly tall: boolean;
  readonly selected: string | undefined;
  readonly onSelect: (id: string) => void;
}

/** What happened when, on one clock. Arrow keys move from mark to mark. */
export function Timeline({ log, clock, tall, selected, onSelect }: TimelineProps) {
  const marks = useMemo(() => timelineMarks(log), [log]);
  const end = Math.max(clock.value, log.at(-1)?.at ?? 0, 100) * 1.02;
  const roving = marks.some((mark) => mark.entry.id === selected) ? selected : marks[0]?.entry.id;
  return (
    <section class={css.timeline} data-tall={tall} aria-label="Timeline">
      {tall && (
        <div class={css.names} aria-hidden="true">
          {lanes.map((lane) => (
            <span key={lane}>{lane}</span>
          ))}
        </div>
      )}
      {/* biome-ignore lint/a11y: the buttons inside take the focus, the keys move it between them */}
      <div class={css.track} role="group" aria-label="Marks" onKeyDown={moveFocus}>
        {marks.length === 0 && <p class={css.empty}>The timeline of the run appears here.</p>}
        {marks.map((mark) => (
          <TimelineMark
            key={mark.entry.id}
            mark={mark}
            style={place(mark, end, tall)}
            selected={mark.entry.id === selected}
            focusable={mark.entry.id === roving}
            onSelect={onSelect}
          />
        ))}
      </div>
      <span class={css.end}>{log.length === 0 ? '' : duration(end / 1.02)}</span>
    </section>
  );
}

function place(mark: Mark, end: number, tall: boolean) {
  const left = (mark.from / end) * 100;
  const width = (((mark.to ?? end / 1.02) - mark.from) / end) * 100;
  return {
    left: `${left.toFixed(3)}%`,
    width: `${Math.max(0, width).toFixed(3)}%`,
    top: tall ? `${lanes.indexOf(mark.lane) * 16 + 6}px` : '8px',
  };
}

function moveFocus(event: KeyboardEvent & { currentTarget: HTMLElement }) {
  const by = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
  if (by === undefined) return;
  const buttons = [...event.currentTarget.querySelectorAll('button')];
  const at = buttons.findIndex((button) => button === document.activeElement);
  buttons[Math.min(buttons.length - 1, Math.max(0, at + by))]?.focus();
  event.preventDefault();
}
