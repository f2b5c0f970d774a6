import type { CatalogueRow } from '../../core/catalogue/catalogueRow.ts';
import type { ScenarioInfo } from '../../state/contracts.ts';
import { CopyButton } from '../kit/CopyButton.tsx';
import { Facts } from '../kit/Facts.tsx';
import { ReplayRow } from '../welcome/ReplayRow.tsx';
import { BrowserEvidence } from './BrowserEvidence.tsx';
import css from './Docs.module.css';
import { surfaceWords } from './surfaceWords.ts';

interface DocsArticleProps {
  readonly entry: CatalogueRow;
  /** undefined while they are loading */
  readonly scenarios: readonly ScenarioInfo[] | undefined;
  /** why there is no scenario */
  readonly why: string | undefined;
  readonly link: () => string;
  /** undefined where nothing can be replayed: on the live target */
  readonly onReplay: ((id: string) => void) | undefined;
}

/** All that is known of one failure. */
export function DocsArticle({ entry, scenarios, why, link, onReplay }: DocsArticleProps) {
  const { code, title, cause, remedy, surfaces, statuses, specification, variants } = entry;
  return (
    <article class={css.article} data-code={code}>
      <header class={css.heading}>
        <h2>{title}</h2>
        <code>{code}</code>
        <CopyButton label="Copy link" text={link} />
      </header>
      <p>{cause}</p>
      <h3>Do this</h3>
      <p>{remedy}</p>
      <h3>What gives it away</h3>
      <Facts
        facts={[
          ['Shows at', surfaces.map(surfaceWords).join(' · ')],
          ['Status', statuses.filter((status) => status !== 'none').join(' · ')],
        ]}
      />
      <BrowserEvidence code={code} />
      {variants.length > 0 && (
        <>
          <h3>Its causes, told apart by the evidence</h3>
          <ul class={css.variants}>
            {variants.map(({ variant, title: name }) => (
              <li key={variant}>
                {name} <code>{variant}</code>
              </li>
            ))}
          </ul>
        </>
      )}
      {specification !== undefined && (
        <>
          <h3>The specification’s own words</h3>
          <Facts
            facts={[
              ['Surfaces', specification.surfaces],
              ['Statuses', specification.statuses],
              ['Description', specification.description],
              ['Recommended', specification.recommendedAction],
            ]}
          />
        </>
      )}
      <h3>See it happen</h3>
      {onReplay === undefined ? (
        <p class={css.quiet}>A scenario needs the simulated target; this page is live.</p>
      ) : scenarios === undefined ? (
        <p class={css.quiet}>The scenarios are loading…</p>
      ) : scenarios.length === 0 ? (
        <p class={css.quiet}>No scenario plays this one here. {why ?? ''}</p>
      ) : (
        <ul class={css.replays}>
          {scenarios.map((scenario) => (
            <ReplayRow key={scenario.id} scenario={scenario} onReplay={onReplay} />
          ))}
        </ul>
      )}
    </article>
  );
}
