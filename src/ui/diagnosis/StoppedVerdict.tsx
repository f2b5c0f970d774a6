import type { SessionSummary } from '../../core/session/summary.ts';
import { stepTitles } from '../steps/stepWords.ts';
import css from './Verdict.module.css';
import { VerdictHeading } from './VerdictHeading.tsx';

export function StoppedVerdict({ summary }: { readonly summary: SessionSummary }) {
  const last = summary.steps.findLast((step) => step.state === 'done' || step.state === 'running');
  const reached =
    summary.connectedAt === undefined
      ? last === undefined
        ? 'before the first step was done'
        : `at ${stepTitles[last.step]}`
      : 'after it had connected';
  return (
    <>
      <VerdictHeading
        icon="stop"
        tone="quiet"
        title={summary.endedBy === 'new-run' ? 'Stopped by a new run' : 'Stopped'}
      />
      <p class={css.sentence}>
        The run was stopped {reached}. Everything it held is released: requests, peer connection, tracks and
        timers. The log stays.
      </p>
    </>
  );
}
