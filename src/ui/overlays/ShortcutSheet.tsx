import { useState } from 'preact/hooks';
import type { ViewModel } from '../../state/contracts.ts';
import { defaultKeys, type ShortcutAction, shortcutActions } from '../../state/shortcutKeys.ts';
import { Button } from '../kit/Button.tsx';
import { actionWords, changeKey } from './changeKey.ts';
import css from './ShortcutSheet.module.css';

const fixed: readonly (readonly [keys: readonly string[], meaning: string])[] = [
  [['Esc'], 'Close what is open, then stop the run'],
  [['↑', '↓', 'Enter'], 'In a list: move, open'],
  [['+', '-', '0', '←', '→'], 'On the timeline: larger, smaller, all of it, along'],
  [['Ctrl K', '⌘ K'], 'Commands: run a scenario by name, change the theme'],
];

/** Which keys do what. Each single key can be changed, all of them switched off (WCAG 2.1.4). */
export function ShortcutSheet({ view }: { readonly view: ViewModel }) {
  const [asking, setAsking] = useState<ShortcutAction | undefined>(undefined);
  const [said, setSaid] = useState('');
  const keys = view.keys.value;

  function onKeyDown(event: KeyboardEvent) {
    if (asking === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
    if (['Shift', 'Tab', 'AltGraph', 'CapsLock'].includes(event.key)) return;
    event.preventDefault();
    if (event.key === 'Escape') {
      setAsking(undefined);
      setSaid('Nothing was changed.');
      return;
    }
    const change = changeKey(keys, asking, event.key);
    if (!change.ok) {
      setSaid(change.why);
      return;
    }
    view.setKeys(change.keys);
    setAsking(undefined);
    setSaid(`${event.key}: ${actionWords[asking]}.`);
  }

  return (
    <div class={css.sheet}>
      <dl class={css.list}>
        {shortcutActions.map((action) => (
          <div key={action} class={css.row}>
            <dt>{actionWords[action]}</dt>
            <dd>
              <button
                type="button"
                class={css.key}
                aria-pressed={asking === action}
                aria-label={
                  asking === action
                    ? `Press the key for: ${actionWords[action]}`
                    : `${keys[action]}, change the key of: ${actionWords[action]}`
                }
                title="Change"
                onClick={() => {
                  setAsking(asking === action ? undefined : action);
                  setSaid(
                    asking === action
                      ? ''
                      : `Press the key for: ${actionWords[action]}. Esc leaves it as it is.`,
                  );
                }}
                onBlur={() => setAsking(undefined)}
                onKeyDown={onKeyDown}
              >
                {asking === action ? '…' : keys[action]}
              </button>
            </dd>
          </div>
        ))}
        {fixed.map(([names, meaning]) => (
          <div key={meaning} class={css.row}>
            <dt>{meaning}</dt>
            <dd>
              {names.map((name) => (
                <kbd key={name}>{name}</kbd>
              ))}
            </dd>
          </div>
        ))}
      </dl>
      <p class={css.said} role="status">
        {said}
      </p>
      <div class={css.foot}>
        <label class={css.toggle}>
          <input
            type="checkbox"
            checked={view.shortcuts.value}
            onChange={(event) => view.setShortcuts(event.currentTarget.checked)}
          />
          Single-key shortcuts (they act outside fields only)
        </label>
        <Button
          label="Reset keys"
          icon="clear"
          look="quiet"
          disabled={shortcutActions.every((action) => keys[action] === defaultKeys[action])}
          onPress={() => {
            view.setKeys(defaultKeys);
            setSaid('The keys are as they were at first.');
          }}
        />
      </div>
      <p class={css.quiet}>A key in a frame can be changed: choose it, then press another.</p>
    </div>
  );
}
