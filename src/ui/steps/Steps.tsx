import type { SessionStep } from '../../core/session/step.ts';
import type { StepSummary } from '../../core/session/summary.ts';
import { Button } from '../kit/Button.tsx';
import { StepRow } from './StepRow.tsx';
import css from './Steps.module.css';

interface StepsProps {
  readonly steps: readonly StepSummary[];
  readonly selected: SessionStep | undefined;
  readonly pausedBefore: SessionStep | undefined;
  readonly setupOpen: boolean;
  /** the steps are somebody else’s: they can be looked at, not run */
  readonly watched: boolean;
  readonly footer: string;
  readonly onSelect: (step: SessionStep) => void;
  readonly onRunTo: (step: SessionStep) => void;
  readonly onRunFrom: (step: SessionStep) => void;
  readonly onSetup: () => void;
}

/** The five steps, each with what came of it. */
export function Steps(props: StepsProps) {
  return (
    <section class={css.panel} id="steps" data-panel="steps" aria-labelledby="steps-title">
      <header class={css.header}>
        <h2 id="steps-title">Steps</h2>
        {!props.watched && (
          <Button
            label="Setup"
            icon="setup"
            look="quiet"
            expanded={props.setupOpen}
            onPress={props.onSetup}
          />
        )}
      </header>
      {/* Safari forgets that a list without bullets is one */}
      <ol class={css.list} role="list" aria-label="Steps">
        {props.steps.map((step, index) => (
          <StepRow
            key={step.step}
            number={index + 1}
            summary={step}
            selected={props.selected === step.step}
            next={props.pausedBefore === step.step}
            canRun={!props.watched}
            canRunFrom={step.state === 'done' || step.state === 'failed'}
            onSelect={props.onSelect}
            onRunTo={props.onRunTo}
            onRunFrom={props.onRunFrom}
          />
        ))}
      </ol>
      <p class={css.footer}>{props.footer}</p>
    </section>
  );
}
