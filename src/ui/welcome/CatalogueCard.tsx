import type { CatalogueRow } from '../../core/catalogue/catalogueRow.ts';
import type { ScenarioInfo } from '../../state/contracts.ts';
import { Icon } from '../kit/Icon.tsx';
import { stepTitles } from '../steps/stepWords.ts';
import { scenarioName } from '../toolbar/scenarioSearch.ts';
import css from './Welcome.module.css';

interface CatalogueCardProps {
  readonly entry: CatalogueRow;
  readonly scenarios: readonly ScenarioInfo[] | undefined;
  readonly onReplay: ((id: string) => void) | undefined;
}

/** So many are in view at once; the others unfold. */
const most = 4;

export function CatalogueCard({ entry, scenarios, onReplay }: CatalogueCardProps) {
  const rows = scenarios ?? [];
  const row = (scenario: ScenarioInfo) => (
    <ReplayRow key={scenario.id} scenario={scenario} onReplay={onReplay} />
  );
  return (
    <li class={css.card} data-code={entry.code}>
      <h3>{entry.title}</h3>
      <code class={css.code}>{entry.code}</code>
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

interface ReplayRowProps {
  readonly scenario: ScenarioInfo;
  readonly onReplay: ((id: string) => void) | undefined;
}

function ReplayRow({ scenario, onReplay }: ReplayRowProps) {
  return (
    <li>
      <button
        type="button"
        class={css.replay}
        title={`${scenario.story}\n${scenario.id}`}
        aria-label={`Replay ${scenario.title}`}
        onClick={() => onReplay?.(scenario.id)}
      >
        <Icon name="play" />
        <span class={css.status}>{scenario.httpStatus ?? '–'}</span>
        <span class={css.name}>{scenarioName(scenario)}</span>
        <span class={css.where}>{scenario.step === undefined ? '' : stepTitles[scenario.step]}</span>
      </button>
    </li>
  );
}
