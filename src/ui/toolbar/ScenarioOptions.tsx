import type { ScenarioInfo } from '../../state/contracts.ts';
import { scrollToActive } from '../kit/useListbox.ts';
import css from './ScenarioPicker.module.css';
import { type ScenarioGroup, scenarioName } from './scenarioSearch.ts';

interface ScenarioOptionsProps {
  readonly groups: readonly ScenarioGroup[];
  readonly chosen: string | undefined;
  readonly active: string | undefined;
  readonly query: string;
  readonly onChoose: (scenario: ScenarioInfo) => void;
}

export function ScenarioOptions({ groups, chosen, active, query, onChoose }: ScenarioOptionsProps) {
  return (
    // The keyboard is the combobox's; the pointer must not take its focus
    <div
      id="scenario-list"
      class={css.list}
      role="listbox"
      aria-label="Scenarios"
      onMouseDown={(event) => event.preventDefault()}
    >
      {groups.map((group) => (
        // A fieldset is no part of a listbox
        <div key={group.title} role="group" aria-label={group.title}>
          <div class={css.group} aria-hidden="true">
            {group.title}
          </div>
          {group.scenarios.map((scenario) => (
            // Options are moved through by the combobox
            <div
              key={scenario.id}
              id={`scenario-${scenario.id}`}
              {...(scenario.id === active ? { ref: scrollToActive } : {})}
              class={css.option}
              role="option"
              aria-selected={scenario.id === chosen}
              data-active={scenario.id === active}
              data-scenario={scenario.id}
              onClick={() => onChoose(scenario)}
            >
              <span class={css.status}>{scenario.httpStatus ?? '–'}</span>
              <span class={css.title}>{scenarioName(scenario)}</span>
              <code class={css.id}>{scenario.id}</code>
            </div>
          ))}
        </div>
      ))}
      {groups.length === 0 && (
        // Said inside the list, so that its owner is never empty
        <div class={css.none} role="option" aria-selected={false} aria-disabled={true}>
          No scenario contains “{query}”. Try a status, a code or a step.
        </div>
      )}
    </div>
  );
}
