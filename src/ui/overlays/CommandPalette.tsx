import { useEffect, useState } from 'preact/hooks';
import type { SessionModel, ViewModel } from '../../state/contracts.ts';
import { Icon } from '../kit/Icon.tsx';
import { scrollToActive, useListbox } from '../kit/useListbox.ts';
import css from './CommandPalette.module.css';
import { type Command, commands, searchCommands } from './commands.ts';

/** The palette was asked for, so the focus is expected in it. `autofocus` comes too early for a lazy part, this for one that is loaded. */
function focusOnce(input: HTMLInputElement | null): void {
  input?.focus();
}

/** Type a few letters, Enter does it. */
export function CommandPalette({
  session,
  view,
}: {
  readonly session: SessionModel;
  readonly view: ViewModel;
}) {
  const [text, setText] = useState('');
  const recordings = session.recordings.value;
  useEffect(() => void recordings?.refresh(), [recordings]);
  const found = searchCommands(commands(session, view), text);
  const { active, setActive, onListKey } = useListbox(found.length, (index) => choose(found[index]));

  function choose(command: Command | undefined) {
    if (command === undefined) return;
    view.open(undefined);
    command.run();
  }

  const activeId = found[active]?.id;
  return (
    <div class={css.palette}>
      <input
        class={css.input}
        role="combobox"
        type="text"
        ref={focusOnce}
        autofocus
        autocomplete="off"
        spellcheck={false}
        aria-label="Command"
        aria-autocomplete="list"
        aria-expanded={true}
        aria-controls="command-list"
        aria-activedescendant={activeId === undefined ? undefined : `command-${activeId}`}
        placeholder="A scenario, or what to do"
        value={text}
        onInput={(event) => {
          setText(event.currentTarget.value);
          setActive(0);
        }}
        onKeyDown={onListKey}
      />
      {/* The keyboard is the combobox's */}
      <div
        id="command-list"
        class={css.list}
        role="listbox"
        aria-label="Commands"
        onMouseDown={(event) => event.preventDefault()}
      >
        {found.map((command) => (
          // Options are moved through by the combobox
          <div
            key={command.id}
            id={`command-${command.id}`}
            {...(command.id === activeId ? { ref: scrollToActive } : {})}
            class={css.option}
            role="option"
            aria-selected={command.id === activeId}
            onClick={() => choose(command)}
          >
            <Icon name={command.icon} />
            <span class={css.label}>{command.label}</span>
            {command.hint !== undefined && <code class={css.hint}>{command.hint}</code>}
          </div>
        ))}
        {found.length === 0 && (
          // Said inside the list, so that its owner is never empty
          <div class={css.none} role="option" aria-selected={false} aria-disabled={true}>
            Nothing is called “{text}”.
          </div>
        )}
      </div>
    </div>
  );
}
