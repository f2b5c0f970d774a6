import type { RefObject } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { TimeRange } from '../../state/contracts.ts';
import { between, panned, zoomed } from './zoom.ts';

interface TimelinePointerOptions {
  readonly track: RefObject<HTMLDivElement | null>;
  readonly shown: TimeRange;
  readonly whole: TimeRange;
  readonly onRange: (range: TimeRange | undefined) => void;
}

/** Nearer than this it is a click, px. */
const still = 4;

/** The wheel zooms around the pointer, with Shift or sideways it moves along; a drag shows the part that it went over. */
export function useTimelinePointer({ track, shown, whole, onRange }: TimelinePointerOptions) {
  const [drawn, setDrawn] = useState<TimeRange | undefined>(undefined);
  const dragged = useRef(false);
  const latest = useRef({ shown, whole, onRange });
  latest.current = { shown, whole, onRange };

  const timeAt = (x: number): number => {
    const box = track.current?.getBoundingClientRect();
    const { from, to } = latest.current.shown;
    if (box === undefined || box.width === 0) return from;
    return from + Math.min(1, Math.max(0, (x - box.left) / box.width)) * (to - from);
  };

  useEffect(() => {
    const element = track.current;
    function onWheel(event: WheelEvent) {
      if (event.ctrlKey || event.metaKey) return;
      event.preventDefault();
      const now = latest.current;
      const sideways = event.shiftKey ? event.deltaY : event.deltaX;
      if (Math.abs(sideways) > Math.abs(event.shiftKey ? 0 : event.deltaY)) {
        if (now.shown !== now.whole) now.onRange(panned(now.shown, now.whole, Math.sign(sideways) * 0.1));
      } else {
        now.onRange(zoomed(now.shown, now.whole, 1.25 ** -Math.sign(event.deltaY), timeAt(event.clientX)));
      }
    }
    // Preact would listen passively, and the page behind would move too.
    element?.addEventListener('wheel', onWheel, { passive: false });
    return () => element?.removeEventListener('wheel', onWheel);
  }, []);

  function onPointerDown(down: PointerEvent) {
    const element = track.current;
    dragged.current = false;
    if (element === null || down.button !== 0) return;
    const begin = timeAt(down.clientX);
    const move = (event: PointerEvent) => {
      if (!dragged.current && Math.abs(event.clientX - down.clientX) < still) return;
      if (!dragged.current) element.setPointerCapture(down.pointerId);
      dragged.current = true;
      setDrawn(between(begin, timeAt(event.clientX), latest.current.whole));
    };
    const end = (event: PointerEvent) => {
      stop.abort();
      setDrawn(undefined);
      if (!dragged.current || event.type === 'pointercancel') return;
      const range = between(begin, timeAt(event.clientX), latest.current.whole);
      if (range !== undefined) latest.current.onRange(range);
    };
    const stop = new AbortController();
    const { signal } = stop;
    window.addEventListener('pointermove', move, { signal });
    window.addEventListener('pointerup', end, { signal });
    window.addEventListener('pointercancel', end, { signal });
  }

  return {
    drawn,
    handlers: { onPointerDown, onDblClick: () => onRange(undefined) },
    /** A drag that ends on a mark did not mean the mark. */
    unlessDragged: (act: (id: string) => void) => (id: string) => {
      if (!dragged.current) act(id);
      dragged.current = false;
    },
  };
}
