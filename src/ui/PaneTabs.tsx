import type { Pane } from './App.tsx';
import css from './Workbench.module.css';

const panes: readonly (readonly [Pane, string])[] = [
  ['steps', 'Steps'],
  ['verdict', 'Verdict'],
  ['inspector', 'Inspector'],
  ['log', 'Log'],
];

interface PaneTabsProps {
  readonly chosen: Pane;
  readonly onChoose: (pane: Pane) => void;
}

/** On a narrow screen: which pane is in view. */
export function PaneTabs({ chosen, onChoose }: PaneTabsProps) {
  return (
    <nav class={css.tabs} aria-label="Panes">
      {panes.map(([id, label]) => (
        <button
          key={id}
          type="button"
          aria-current={id === chosen ? 'true' : undefined}
          onClick={() => onChoose(id)}
        >
          {label}
        </button>
      ))}
    </nav>
  );
}
