import type { CatalogueEntry } from '../../core/catalogue/entry.ts';
import { catalogue } from '../../core/catalogue/index.ts';
import type { ScenarioInfo } from '../../state/contracts.ts';
import { CatalogueCard } from './CatalogueCard.tsx';
import css from './Welcome.module.css';

interface CatalogueCardsProps {
  readonly scenarios: readonly ScenarioInfo[] | undefined;
  /** undefined where nothing can be replayed: on the live target */
  readonly onReplay: ((id: string) => void) | undefined;
}

const all: readonly CatalogueEntry[] = catalogue;

/** Each known failure: the seven of the specification first, then ours. */
export function CatalogueCards({ scenarios, onReplay }: CatalogueCardsProps) {
  const groups = [
    ['The seven of the specification', all.filter((entry) => entry.origin === 'specification')],
    ['And those that it does not name', all.filter((entry) => entry.origin === 'debugger')],
  ] as const;
  return (
    <div data-part="catalogue">
      {groups.map(([title, entries]) => (
        <section key={title} class={css.group} aria-label={title}>
          <h2>{title}</h2>
          <ul class={css.cards}>
            {entries.map((entry) => (
              <CatalogueCard
                key={entry.code}
                entry={entry}
                scenarios={scenarios?.filter((scenario) => scenario.code === entry.code)}
                onReplay={onReplay}
              />
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}
