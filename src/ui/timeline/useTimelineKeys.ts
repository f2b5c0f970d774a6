import type { RefObject } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { TimeRange } from '../../state/contracts.ts';
import type { Mark } from './marks.ts';
import { panned, revealing, zoomed } from './zoom.ts';

interface TimelineKeysOptions {
  readonly track: RefObject<HTMLDivElement | null>;
  readonly marks: readonly Mark[];
  readonly selected: string | undefined;
  readonly shown: TimeRange;
  readonly whole: TimeRange;
  readonly onRange: (range: TimeRange | undefined) => void;
}

/** `+`, `-`, `0` and the arrow keys; on a mark the arrows move to the next one, with Shift they always move along. */
export function useTimelineKeys({ track, marks, selected, shown, whole, onRange }: TimelineKeysOptions) {
  const [visited, setVisited] = useState<string | undefined>(undefined);
  const wanted = useRef<string | undefined>(undefined);
  const has = (id: string | undefined) => id !== undefined && marks.some((mark) => mark.entry.id === id);
  const roving = has(visited) ? visited : has(selected) ? selected : marks[0]?.entry.id;

  // A mark that was out of view exists only once the view has moved.
  useLayoutEffect(() => {
    if (wanted.current === undefined) return;
    track.current?.querySelector<HTMLElement>(`[data-entry="${wanted.current}"]`)?.focus();
    wanted.current = undefined;
  });

  function moveTo(index: number) {
    const mark = marks[Math.min(marks.length - 1, Math.max(0, index))];
    if (mark === undefined) return;
    wanted.current = mark.entry.id;
    setVisited(mark.entry.id);
    const next = revealing(shown, whole, mark.from, mark.to ?? mark.from);
    if (next !== shown) onRange(next);
  }

  function act(event: KeyboardEvent): boolean {
    const onMark = event.target instanceof HTMLButtonElement && !event.shiftKey;
    const at = marks.findIndex((mark) => mark.entry.id === roving);
    const middle = marks[onMark ? at : -1]?.from ?? (shown.from + shown.to) / 2;
    switch (event.key) {
      case '+':
      case '=':
        onRange(zoomed(shown, whole, 2, middle));
        return true;
      case '-':
      case '_':
        onRange(zoomed(shown, whole, 0.5, middle));
        return true;
      case '0':
        onRange(undefined);
        return true;
      case 'ArrowLeft':
      case 'ArrowRight': {
        const by = event.key === 'ArrowRight' ? 1 : -1;
        if (onMark) moveTo(at + by);
        else if (shown !== whole) onRange(panned(shown, whole, by * 0.25));
        return true;
      }
      case 'Home':
      case 'End':
        moveTo(event.key === 'Home' ? 0 : marks.length - 1);
        return true;
      default:
        return false;
    }
  }

  return {
    roving,
    onKeyDown(event: KeyboardEvent) {
      if (event.ctrlKey || event.metaKey || event.altKey) return;
      if (act(event)) event.preventDefault();
    },
  };
}
