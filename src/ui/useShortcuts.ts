import { useLayoutEffect } from 'preact/hooks';
import { sessionSteps } from '../core/session/step.ts';
import type { SessionModel, ViewModel } from '../state/contracts.ts';
import { actionOf } from '../state/shortcutKeys.ts';
import { selectionOrDefault } from './inspector/inspected.ts';
import { isField } from './kit/isField.ts';

/** The keys of the whole page. Single keys act outside fields only, and can be switched off (WCAG 2.1.4). */
export function useShortcuts(session: SessionModel, view: ViewModel): void {
  // Before the first paint: whoever sees the page may press a key.
  useLayoutEffect(() => {
    function onKeyDown(event: KeyboardEvent) {
      if (event.defaultPrevented) return;
      if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'k') {
        event.preventDefault();
        view.open('palette');
        return;
      }
      // A dialog has its own keys, and the browser closes it on Esc.
      if (event.ctrlKey || event.metaKey || event.altKey || document.querySelector('dialog[open]')) return;
      if (event.key === 'Escape') return escape(event, session, view);
      if (!view.shortcuts.value || isField(event.target)) return;
      if (act(event.key, session, view)) event.preventDefault();
    }
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, [session, view]);
}

/** Closes what is open first, then stops. */
function escape(event: KeyboardEvent, session: SessionModel, view: ViewModel): void {
  // The browser closes an explanation by itself.
  if (document.querySelector(':popover-open') !== null) return;
  if (event.target instanceof HTMLInputElement && event.target.type === 'search' && event.target.value !== '')
    return;
  if (view.overlay.value !== undefined) view.open(undefined);
  else session.stop();
}

function act(key: string, session: SessionModel, view: ViewModel): boolean {
  const action = actionOf(view.keys.value, key);
  switch (action) {
    case 'run':
      view.select(undefined);
      void session.run();
      break;
    case 'step':
      void session.step();
      break;
    case 'keys':
      view.open('shortcuts');
      break;
    case 'filter':
      document.getElementById('log-filter')?.focus();
      break;
    case 'step-before':
    case 'step-after':
      selectNeighbour(action === 'step-after' ? 1 : -1, session, view);
      break;
    case 'next-row':
    case 'row-before': {
      // The grid moves its own row: the key goes there.
      const grid = document.getElementById('debug-log');
      grid?.focus();
      const arrow = action === 'next-row' ? 'ArrowDown' : 'ArrowUp';
      grid?.dispatchEvent(new KeyboardEvent('keydown', { key: arrow, bubbles: false }));
      break;
    }
    case undefined:
      return false;
  }
  return true;
}

function selectNeighbour(by: 1 | -1, session: SessionModel, view: ViewModel): void {
  const selection = selectionOrDefault(view.selection.value, session.summary.value);
  const entryStep =
    selection?.kind === 'entry'
      ? session.log.value.find((entry) => entry.id === selection.id)?.step
      : undefined;
  const current = selection?.kind === 'step' ? selection.step : entryStep;
  const at = current === undefined ? (by === 1 ? -1 : sessionSteps.length) : sessionSteps.indexOf(current);
  const step = sessionSteps[Math.min(sessionSteps.length - 1, Math.max(0, at + by))];
  if (step !== undefined) view.select({ kind: 'step', step });
}
