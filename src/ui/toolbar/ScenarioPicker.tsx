import { useRef, useState } from 'preact/hooks';
import type { ScenarioInfo } from '../../state/contracts.ts';
import { Icon } from '../kit/Icon.tsx';
import { useListbox } from '../kit/useListbox.ts';
import { ScenarioOptions } from './ScenarioOptions.tsx';
import css from './ScenarioPicker.module.css';
import { scenarioLabel, searchScenarios } from './scenarioSearch.ts';

interface ScenarioPickerProps {
  readonly scenarios: readonly ScenarioInfo[] | undefined;
  readonly chosen: ScenarioInfo | undefined;
  readonly onChoose: (id: string) => void;
}

/** An editable combobox (ARIA 1.2): typing filters, the arrow keys move, Enter chooses, Esc closes. */
export function ScenarioPicker({ scenarios, chosen, onChoose }: ScenarioPickerProps) {
  // The text typed so far; undefined while the list is closed.
  const [text, setText] = useState<string | undefined>(undefined);
  const input = useRef<HTMLInputElement>(null);
  const open = text !== undefined;
  const groups = open ? searchScenarios(scenarios ?? [], text) : [];
  const options = groups.flatMap((group) => group.scenarios);

  const { active, setActive, onListKey } = useListbox(options.length, (index) => choose(options[index]));

  function choose(scenario: ScenarioInfo | undefined) {
    if (scenario === undefined) return;
    onChoose(scenario.id);
    setText(undefined);
  }

  function show() {
    if (open) return;
    setText('');
    const all = searchScenarios(scenarios ?? [], '').flatMap((group) => group.scenarios);
    setActive(
      Math.max(
        0,
        all.findIndex((scenario) => scenario.id === chosen?.id),
      ),
    );
    input.current?.select();
  }

  function onKeyDown(event: KeyboardEvent) {
    if (event.key === 'Escape' && open) {
      // What is open closes first; only then does Esc stop the run.
      event.preventDefault();
      event.stopPropagation();
      setText(undefined);
    } else if (!open && (event.key === 'ArrowDown' || event.key === 'ArrowUp' || event.key === 'Enter')) {
      event.preventDefault();
      show();
    } else if (open) onListKey(event);
  }

  const activeId = options[active]?.id;
  return (
    <div class={css.picker}>
      <label class={css.label} for="scenario">
        Scenario
      </label>
      <input
        ref={input}
        id="scenario"
        class={css.input}
        role="combobox"
        type="text"
        autocomplete="off"
        spellcheck={false}
        aria-label="Scenario"
        aria-autocomplete="list"
        aria-expanded={open}
        aria-controls={open ? 'scenario-list' : undefined}
        aria-activedescendant={open && activeId !== undefined ? `scenario-${activeId}` : undefined}
        placeholder={scenarios === undefined ? 'Loading the scenarios…' : 'Choose a scenario'}
        value={text === undefined || text === '' ? (chosen === undefined ? '' : scenarioLabel(chosen)) : text}
        onInput={(event) => {
          setText(event.currentTarget.value);
          setActive(0);
        }}
        onClick={show}
        onBlur={() => setText(undefined)}
        onKeyDown={onKeyDown}
      />
      <span class={css.chevron}>
        <Icon name="down" />
      </span>
      {open && (
        <ScenarioOptions
          groups={groups}
          chosen={chosen?.id}
          active={activeId}
          query={text}
          onChoose={choose}
        />
      )}
    </div>
  );
}
