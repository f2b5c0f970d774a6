import type { ReadonlySignal } from '@preact/signals';
import type { LogEntry } from '../../core/session/log.ts';
import type { Limits } from '../../core/session/settings.ts';
import type { SessionSummary } from '../../core/session/summary.ts';
import { stepTitles } from '../steps/stepWords.ts';
import css from './Verdict.module.css';
import { VerdictHeading } from './VerdictHeading.tsx';
import { waitedWords, waitingFor } from './waiting.ts';

interface WaitingVerdictProps {
  readonly log: readonly LogEntry[];
  readonly summary: SessionSummary;
  readonly limits: Limits;
  readonly clock: ReadonlySignal<number>;
}

/** While a run goes on: what it waits for, and for how long. */
export function WaitingVerdict({ log, summary, limits, clock }: WaitingVerdictProps) {
  const waiting = waitingFor(log, summary, limits);
  const step = summary.steps.findLast((candidate) => candidate.state === 'running')?.step;
  return (
    <>
      <VerdictHeading
        icon="running"
        tone="busy"
        title={step === undefined ? 'Running' : `Running: ${stepTitles[step]}`}
      />
      <p class={css.sentence}>
        {waiting.sentence} <span class={css.waited}>{waitedWords(waiting, clock.value)}.</span>
      </p>
    </>
  );
}
