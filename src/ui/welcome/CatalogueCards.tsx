import type { CatalogueRow } from '../../core/catalogue/catalogueRow.ts';
import type { ScenarioInfo } from '../../state/contracts.ts';
import { Button } from '../kit/Button.tsx';
import { Placeholder } from '../kit/Placeholder.tsx';
import { CatalogueCard } from './CatalogueCard.tsx';
import css from './Welcome.module.css';

interface CatalogueCardsProps {
  /** undefined while it is still loading */
  readonly catalogue: readonly CatalogueRow[] | undefined;
  readonly scenarios: readonly ScenarioInfo[] | undefined;
  /** undefined where nothing can be replayed: on the live target */
  readonly onReplay: ((id: string) => void) | undefined;
  readonly onDocs: (code: string) => void;
  readonly onExplain: () => void;
}

/** Each known failure: the seven of the specification first, then ours. */
export function CatalogueCards({ catalogue, scenarios, onReplay, onDocs, onExplain }: CatalogueCardsProps) {
  if (catalogue === undefined) return <Placeholder>The catalogue is loading…</Placeholder>;
  const groups = [
    ['The seven of the specification', catalogue.filter((entry) => entry.origin === 'specification')],
    ['And those that it does not name', catalogue.filter((entry) => entry.origin === 'debugger')],
  ] as const;
  return (
    <div data-part="catalogue">
      <p class={css.ask}>
        Do you have an error message, a token or a description that was refused?
        <Button label="Explain a text" icon="guess" onPress={onExplain} />
      </p>
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
                onDocs={onDocs}
              />
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}
