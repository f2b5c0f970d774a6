import type { ScenarioInfo } from '../../state/contracts.ts';
import { Icon } from '../kit/Icon.tsx';
import { stepTitles } from '../steps/stepWords.ts';
import { scenarioName } from '../toolbar/scenarioSearch.ts';
import css from './Welcome.module.css';

interface ReplayRowProps {
  readonly scenario: ScenarioInfo;
  readonly onReplay: ((id: string) => void) | undefined;
}

/** One press, and it happens. */
export function ReplayRow({ scenario, onReplay }: ReplayRowProps) {
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
