import type { SessionStep } from '../../core/session/step.ts';
import type { StepSummary } from '../../core/session/summary.ts';
import { duration } from '../../core/session/wording.ts';
import { Button } from '../kit/Button.tsx';
import { Icon } from '../kit/Icon.tsx';
import css from './Steps.module.css';
import { stateWords, stepTitles } from './stepWords.ts';

interface StepRowProps {
  readonly number: number;
  readonly summary: StepSummary;
  readonly selected: boolean;
  /** it waits for Step or Continue */
  readonly next: boolean;
  readonly canRun: boolean;
  readonly canRunFrom: boolean;
  readonly onSelect: (step: SessionStep) => void;
  readonly onRunTo: (step: SessionStep) => void;
  readonly onRunFrom: (step: SessionStep) => void;
}

export function StepRow({ number, summary, selected, next, canRun, canRunFrom, ...act }: StepRowProps) {
  const { step, state, status, took } = summary;
  const { word, icon } = stateWords[state];
  const title = stepTitles[step];
  return (
    <li class={css.row} data-step={step} data-state={state} data-selected={selected}>
      <button type="button" class={css.select} aria-pressed={selected} onClick={() => act.onSelect(step)}>
        <span class={css.mark}>
          <Icon name={next ? 'pause' : icon} />
        </span>
        <span class={css.title}>
          {number} {title}
        </span>
        <span class={css.status}>{status}</span>
        <span class={css.took}>{took === undefined ? '' : duration(took)}</span>
        <span class={css.word}>{next ? 'Paused before this' : word}</span>
      </button>
      {canRun && (
        <span class={css.actions}>
          {canRunFrom && (
            <Button
              label={`Run again from here: ${title}`}
              title="Run again from here"
              icon="fromHere"
              look="quiet"
              iconOnly
              onPress={() => act.onRunFrom(step)}
            />
          )}
          <Button
            label={`Run to here: ${title}`}
            title="Run to here"
            icon="toHere"
            look="quiet"
            iconOnly
            onPress={() => act.onRunTo(step)}
          />
        </span>
      )}
    </li>
  );
}
