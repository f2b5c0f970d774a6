import { useState } from 'preact/hooks';

/** Which option of a filtered list is active, moved by the keys of an ARIA 1.2 combobox. */
export function useListbox(count: number, onChoose: (index: number) => void) {
  const [wanted, setActive] = useState(0);
  const active = Math.min(wanted, count - 1);

  function onListKey(event: KeyboardEvent): boolean {
    const moves: Readonly<Record<string, number>> = {
      ArrowDown: active >= count - 1 ? 0 : active + 1,
      ArrowUp: active <= 0 ? count - 1 : active - 1,
      PageDown: Math.min(count - 1, active + 10),
      PageUp: Math.max(0, active - 10),
    };
    const next = moves[event.key];
    if (next !== undefined) {
      event.preventDefault();
      setActive(next);
      return true;
    }
    if (event.key !== 'Enter' || active < 0) return false;
    event.preventDefault();
    onChoose(active);
    return true;
  }

  return { active, setActive, onListKey };
}

/** Keeps the active option in view: given as the `ref` of that option only. */
export function scrollToActive(option: HTMLElement | null): void {
  option?.scrollIntoView({ block: 'nearest' });
}
