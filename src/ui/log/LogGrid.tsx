import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { LogEntry } from '../../core/session/log.ts';
import { logTime } from '../kit/logTime.ts';
import { indexOfEntry } from './indexOfEntry.ts';
import css from './LogGrid.module.css';
import { LogRow } from './LogRow.tsx';
import { useElementHeight } from './useElementHeight.ts';
import { rowHeight, scrollTopFor, virtualWindow } from './virtualWindow.ts';

interface LogGridProps {
  readonly entries: readonly LogEntry[];
  readonly selected: string | undefined;
  readonly follow: boolean;
  readonly time: 'relative' | 'utc';
  readonly startedAt: number | undefined;
  readonly onSelect: (id: string) => void;
  readonly onFollow: (follow: boolean) => void;
}

/** The rows of the log in as many DOM nodes as fit into view. The focus stays on the grid; `aria-activedescendant` roves. */
export function LogGrid({ entries, selected, follow, time, startedAt, onSelect, onFollow }: LogGridProps) {
  const grid = useRef<HTMLDivElement>(null);
  const own = useRef(-1);
  const height = useElementHeight(grid);
  const [scrollTop, setScrollTop] = useState(0);
  const [cursor, setCursor] = useState<string | undefined>(selected);
  const total = entries.length;
  const end = Math.max(0, virtualWindow(total, height, 0).contentHeight - height);
  const { contentHeight, first, count, offset } = virtualWindow(total, height, follow ? end : scrollTop);
  const cursorIndex = indexOfEntry(entries, cursor ?? selected);

  // In the frame that paints it anyway: at once, it would cost a layout of its own.
  useLayoutEffect(() => {
    if (!follow) return;
    const frame = requestAnimationFrame(() => {
      if (grid.current === null) return;
      grid.current.scrollTop = end;
      own.current = grid.current.scrollTop;
    });
    return () => cancelAnimationFrame(frame);
  }, [follow, end]);

  // Selected elsewhere: the row comes into view, the focus stays where it is.
  useLayoutEffect(() => {
    setCursor(selected);
    const index = indexOfEntry(entries, selected);
    if (index >= 0) reveal(index);
  }, [selected]);

  function reveal(index: number) {
    const element = grid.current;
    if (element === null) return;
    const wanted = scrollTopFor(index, total, element.clientHeight, element.scrollTop);
    if (wanted === element.scrollTop) return;
    onFollow(index === total - 1 && follow);
    element.scrollTop = wanted;
    setScrollTop(wanted);
  }

  function onKeyDown(event: KeyboardEvent) {
    if (event.ctrlKey || event.metaKey || event.altKey || total === 0) return;
    const page = Math.max(1, Math.floor(height / rowHeight) - 1);
    const moves: Readonly<Record<string, number>> = {
      ArrowDown: cursorIndex + 1,
      ArrowUp: cursorIndex - 1,
      PageDown: cursorIndex + page,
      PageUp: cursorIndex - page,
      Home: 0,
      End: total - 1,
    };
    const wanted = moves[event.key];
    if (wanted !== undefined) {
      const index = Math.min(total - 1, Math.max(0, wanted));
      setCursor(entries[index]?.id);
      reveal(index);
    } else if ((event.key === 'Enter' || event.key === ' ') && cursorIndex >= 0) {
      onSelect(entries[cursorIndex]?.id ?? '');
    } else return;
    event.preventDefault();
    event.stopPropagation();
  }

  function onScroll(event: Event & { currentTarget: HTMLElement }) {
    const top = event.currentTarget.scrollTop;
    // Ours, told a frame late: the log may have grown meanwhile.
    if (follow && top === own.current) return;
    setScrollTop(top);
    if (follow !== top >= end - 1) onFollow(top >= end - 1);
  }

  const shown = entries.slice(first, first + count);
  const activeId = entries[cursorIndex]?.id;
  return (
    <div
      ref={grid}
      id="debug-log"
      class={css.grid}
      role="grid"
      aria-label="Debug log"
      data-time={time}
      aria-rowcount={total}
      aria-activedescendant={shown.some((entry) => entry.id === activeId) ? `log-row-${activeId}` : undefined}
      tabIndex={0}
      onKeyDown={onKeyDown}
      onScroll={onScroll}
    >
      <div class={css.spacer} role="presentation" style={{ height: `${contentHeight}px` }}>
        <div
          class={css.window}
          role="presentation"
          style={{ height: `${Math.min(height, contentHeight)}px` }}
        >
          <div class={css.rows} role="presentation" style={{ transform: `translateY(${-offset}px)` }}>
            {shown.map((entry, slot) => (
              <LogRow
                key={slot}
                entry={entry}
                position={first + slot + 1}
                time={logTime(entry.at, time, startedAt)}
                selected={entry.id === selected}
                active={entry.id === activeId}
                onSelect={onSelect}
              />
            ))}
          </div>
        </div>
      </div>
    </div>
  );
}
