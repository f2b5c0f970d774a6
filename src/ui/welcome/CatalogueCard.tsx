import type { CatalogueRow } from '../../core/catalogue/catalogueRow.ts';
import type { ScenarioInfo } from '../../state/contracts.ts';
import { Icon } from '../kit/Icon.tsx';
import { ReplayRow } from './ReplayRow.tsx';
import css from './Welcome.module.css';

interface CatalogueCardProps {
  readonly entry: CatalogueRow;
  readonly scenarios: readonly ScenarioInfo[] | undefined;
  readonly onReplay: ((id: string) => void) | undefined;
  readonly onDocs: (code: string) => void;
}

/** So many are in view at once; the others unfold. */
const most = 4;

export function CatalogueCard({ entry, scenarios, onReplay, onDocs }: CatalogueCardProps) {
  const rows = scenarios ?? [];
  const row = (scenario: ScenarioInfo) => (
    <ReplayRow key={scenario.id} scenario={scenario} onReplay={onReplay} />
  );
  return (
    <li class={css.card} data-code={entry.code}>
      <h3>{entry.title}</h3>
      <button
        type="button"
        class={css.code}
        title={`All about ${entry.code}`}
        onClick={() => onDocs(entry.code)}
      >
        <code>{entry.code}</code>
      </button>
      <p class={css.cause}>{entry.cause}</p>
      {onReplay !== undefined && scenarios === undefined && (
        <p class={css.cause}>The scenarios are loading…</p>
      )}
      {onReplay !== undefined && <ul class={css.replays}>{rows.slice(0, most).map(row)}</ul>}
      {onReplay !== undefined && rows.length > most && (
        <details class={css.more}>
          <summary>
            <Icon name="right" />
            {rows.length - most} more
          </summary>
          <ul class={css.replays}>{rows.slice(most).map(row)}</ul>
        </details>
      )}
    </li>
  );
}
