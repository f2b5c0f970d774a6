import css from './ShortcutSheet.module.css';

const keys: readonly (readonly [keys: readonly string[], meaning: string])[] = [
  [['r'], 'Run all steps'],
  [['.'], 'Run one step and wait'],
  [['Esc'], 'Close what is open, then stop the run'],
  [['[', ']'], 'Step before, step after'],
  [['/'], 'Filter the log'],
  [['j', 'k'], 'Next row, row before'],
  [['Enter'], 'Open the row'],
  [['+', '-', '0', '←', '→'], 'On the timeline: larger, smaller, all of it, along'],
  [['Ctrl K', '⌘ K'], 'Commands: run a scenario by name, change the theme'],
  [['?'], 'This list'],
];

interface ShortcutSheetProps {
  readonly on: boolean;
  readonly onToggle: (on: boolean) => void;
}

export function ShortcutSheet({ on, onToggle }: ShortcutSheetProps) {
  return (
    <div class={css.sheet}>
      <dl>
        {keys.map(([names, meaning]) => (
          <div key={meaning} class={css.row}>
            <dt>
              {names.map((name) => (
                <kbd key={name}>{name}</kbd>
              ))}
            </dt>
            <dd>{meaning}</dd>
          </div>
        ))}
      </dl>
      <label class={css.toggle}>
        <input type="checkbox" checked={on} onChange={(event) => onToggle(event.currentTarget.checked)} />
        Single-key shortcuts (they act outside fields only)
      </label>
    </div>
  );
}
