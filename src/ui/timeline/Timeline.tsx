import { computed, type ReadonlySignal } from '@preact/signals';
import { useMemo, useRef } from 'preact/hooks';
import { sketch } from '../../core/session/landmarks.ts';
import type { LogEntry } from '../../core/session/log.ts';
import { duration } from '../../core/session/wording.ts';
import type { TimeRange } from '../../state/contracts.ts';
import { Button } from '../kit/Button.tsx';
import { lanes, type Mark, timelineMarks } from './marks.ts';
import { Scrubber } from './Scrubber.tsx';
import css from './Timeline.module.css';
import { TimelineMark } from './TimelineMark.tsx';
import { useTimelineKeys } from './useTimelineKeys.ts';
import { useTimelinePointer } from './useTimelinePointer.ts';
import { endOf, ticks, zoomed } from './zoom.ts';

interface TimelineProps {
  readonly log: readonly LogEntry[];
  readonly clock: ReadonlySignal<number>;
  /** lanes one under the other, rather than merged into a strip */
  readonly tall: boolean;
  readonly selected: string | undefined;
  /** undefined: all of it */
  readonly range: TimeRange | undefined;
  readonly onSelect: (id: string) => void;
  readonly onRange: (range: TimeRange | undefined) => void;
  /** the moment that everything shows; undefined: the end */
  readonly moment: number | undefined;
  /** what can be moved through, and what moves it; undefined while the run goes on */
  readonly travel: { readonly span: TimeRange; readonly goTo: (moment?: number) => void } | undefined;
}

const keysHelp =
  'Plus and minus zoom, 0 shows all of it, the arrow keys move along; on a mark they move to the next one.';

/** What happened when, on one clock that the charts share. */
export function Timeline(props: TimelineProps) {
  const { log, clock, tall, selected, range, onSelect, onRange, moment, travel } = props;
  const track = useRef<HTMLDivElement>(null);
  const marks = useMemo(() => timelineMarks(sketch(log)), [log]);
  const goesOn = travel === undefined;
  // Of the clock itself nothing is read here: a tick costs one text, not a timeline.
  const { time, end } = useMemo(() => {
    const now = computed(() => Math.max(clock.value, log.at(-1)?.at ?? 0, 100));
    return { time: computed(() => duration(now.value)), end: computed(() => endOf(now.value, goesOn)) };
  }, [clock, log, goesOn]);
  const whole = { from: 0, to: end.value };
  const shown = range ?? whole;
  const view = { shown, whole, onRange };
  const keys = useTimelineKeys({ ...view, track, marks, selected });
  const pointer = useTimelinePointer({ ...view, track });
  const zoom = (factor: number) =>
    onRange(zoomed(shown, whole, factor, (shown.from + shown.to) / 2) ?? undefined);
  // Drawn anew only where something moves: not with every tick of the clock.
  const drawn = useMemo(
    () =>
      marks
        .filter(({ from, to = shown.to }) => from <= shown.to && to >= shown.from)
        .map((mark) => (
          <TimelineMark
            key={mark.entry.id}
            mark={mark}
            style={styleOf(mark, shown, tall)}
            selected={mark.entry.id === selected}
            focusable={mark.entry.id === keys.roving}
            onSelect={pointer.unlessDragged(onSelect)}
          />
        )),
    [marks, shown.from, shown.to, tall, selected, keys.roving],
  );
  return (
    <section class={css.timeline} data-tall={tall} data-travel={travel !== undefined} aria-label="Timeline">
      {tall && (
        <div class={css.names} aria-hidden="true">
          {lanes.map((lane) => (
            <span key={lane}>{lane}</span>
          ))}
        </div>
      )}
      {/* It takes the focus so that it can be zoomed and moved without a pointer */}
      <div
        ref={track}
        class={css.track}
        role="group"
        aria-label="Marks"
        title={range === undefined ? 'Drag over a part to see it larger' : undefined}
        aria-description={keysHelp}
        tabIndex={0}
        onKeyDown={keys.onKeyDown}
        {...pointer.handlers}
      >
        {tall &&
          ticks(shown).map((at) => (
            <span key={at} class={css.tick} style={{ left: place(at, shown) }} aria-hidden="true">
              {at === 0 ? '0' : duration(at)}
            </span>
          ))}
        {drawn}
        {moment !== undefined && moment < shown.to && (
          <span class={css.later} style={{ left: place(Math.max(moment, shown.from), shown) }} />
        )}
        {travel !== undefined && <Scrubber span={travel.span} moment={moment} onMoment={travel.goTo} />}
        {pointer.drawn !== undefined && (
          <span
            class={css.drawn}
            style={{
              left: place(pointer.drawn.from, shown),
              right: `${100 - Number.parseFloat(place(pointer.drawn.to, shown))}%`,
            }}
          />
        )}
      </div>
      <div class={css.end}>
        <span>
          {moment !== undefined && `${duration(moment)} of `}
          {moment === undefined && range !== undefined
            ? `${duration(range.from)} – ${duration(range.to)}`
            : time}
        </span>
        {tall && (
          <span class={css.zoom}>
            <Button label="Zoom out" icon="minus" look="quiet" iconOnly onPress={() => zoom(0.5)} />
            <Button label="Zoom in" icon="plus" look="quiet" iconOnly onPress={() => zoom(2)} />
            <Button
              label="Show all of it"
              icon="fit"
              look="quiet"
              iconOnly
              disabled={range === undefined}
              onPress={() => onRange(undefined)}
            />
          </span>
        )}
      </div>
    </section>
  );
}

function place(at: number, { from, to }: TimeRange): string {
  return `${(((at - from) / (to - from)) * 100).toFixed(3)}%`;
}

/** What has not ended yet goes on to the end of what is shown. */
function styleOf(mark: Mark, shown: TimeRange, tall: boolean) {
  const from = Math.max(mark.from, shown.from);
  const to = Math.min(mark.to ?? shown.to, shown.to);
  return {
    left: place(from, shown),
    width: `${((Math.max(0, to - from) / (shown.to - shown.from)) * 100).toFixed(3)}%`,
    top: tall ? `${lanes.indexOf(mark.lane) * 16 + 20}px` : '8px',
  };
}
