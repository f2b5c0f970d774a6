import { useLayoutEffect, useRef } from 'preact/hooks';
import type { ShortcutKeys } from '../../state/shortcutKeys.ts';
import { isField } from '../kit/isField.ts';

/** The keys of the next row and the row before go to the next and the previous marked row, wherever the focus is while the comparison is open. */
export function useDifferenceKeys(on: boolean, keys: ShortcutKeys) {
  const ref = useRef<HTMLDivElement>(null);
  // Before the first paint: whoever sees the comparison may press a key.
  useLayoutEffect(() => {
    if (!on) return;
    function onKeyDown(event: KeyboardEvent) {
      const { key, ctrlKey, metaKey, altKey } = event;
      if (ctrlKey || metaKey || altKey || isField(event.target)) return;
      if (key !== keys['next-row'] && key !== keys['row-before']) return;
      const all = ref.current?.querySelectorAll<HTMLElement>('[data-differs="true"]') ?? [];
      const marked = [...all].filter((row) => row.offsetParent !== null);
      const at = marked.findIndex((row) => row === document.activeElement);
      const next = key === keys['next-row'] ? at + 1 : at === -1 ? marked.length - 1 : at - 1;
      marked[Math.max(0, Math.min(marked.length - 1, next))]?.focus();
      event.preventDefault();
    }
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, [on, keys]);
  return ref;
}
