import type { Level } from '../../core/session/log.ts';
import { Button } from '../kit/Button.tsx';
import { Icon } from '../kit/Icon.tsx';
import { hasTerm, toggleTerm } from './filterTerms.ts';
import css from './LogPanel.module.css';
import { levelIcons, levels } from './levelWords.ts';

interface FilterBarProps {
  readonly filter: string;
  readonly helpOpen: boolean;
  readonly invalid: boolean;
  /** the key that leads here */
  readonly shortcut: string | undefined;
  readonly onFilter: (text: string) => void;
  readonly onHelp: () => void;
}

const without = (level: Level) => `-level:${level}`;

/** Enter and the down arrow go on to what was found. */
function toTheRows(event: KeyboardEvent): void {
  if (event.key !== 'Enter' && event.key !== 'ArrowDown') return;
  event.preventDefault();
  document.getElementById('debug-log')?.focus();
}

/** One text holds the whole filter; the level buttons write into it. */
export function FilterBar({ filter, helpOpen, invalid, shortcut, onFilter, onHelp }: FilterBarProps) {
  return (
    <search class={css.filter}>
      <span class={css.field}>
        <Icon name="search" />
        <input
          id="log-filter"
          type="search"
          class={css.input}
          aria-label="Filter the log"
          aria-keyshortcuts={shortcut}
          aria-invalid={invalid}
          aria-describedby={invalid ? 'filter-problems' : undefined}
          autocomplete="off"
          spellcheck={false}
          placeholder="type:rest -level:debug 401"
          value={filter}
          onInput={(event) => onFilter(event.currentTarget.value)}
          onKeyDown={toTheRows}
        />
      </span>
      <Button label="Filter help" icon="guess" look="quiet" iconOnly expanded={helpOpen} onPress={onHelp} />
      {/* A group of toggles is no form */}
      <div class={css.levels} role="group" aria-label="Levels shown">
        {levels.map((level) => {
          const shown = !hasTerm(filter, without(level));
          return (
            <button
              key={level}
              type="button"
              class={css.toggle}
              aria-pressed={shown}
              data-level={level}
              title={shown ? `Hide ${level}` : `Show ${level}`}
              onClick={() => onFilter(toggleTerm(filter, without(level)))}
            >
              <Icon name={levelIcons[level]} />
              {level}
            </button>
          );
        })}
      </div>
    </search>
  );
}
