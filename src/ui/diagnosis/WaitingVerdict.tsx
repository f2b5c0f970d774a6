import type { SessionModel, ViewModel } from '../../state/contracts.ts';
import { WaitingDetails } from '../lazyRunParts.ts';
import { stepTitles } from '../steps/stepWords.ts';
import css from './Verdict.module.css';
import { VerdictHeading } from './VerdictHeading.tsx';
import { waitedWords, waitingFor } from './waiting.ts';

interface WaitingVerdictProps {
  readonly session: SessionModel;
  readonly view: ViewModel;
  readonly onOpen: (id: string) => void;
}

/** While a run goes on: what it waits for, for how long, and what that will be taken for. */
export function WaitingVerdict({ session, view, onOpen }: WaitingVerdictProps) {
  const summary = session.summary.value;
  const [begin] = session.log.value;
  const limits = begin?.kind === 'run-started' ? begin.limits : session.limits.value;
  const waiting = waitingFor(session.log.value, summary, limits);
  const step = summary.steps.findLast((candidate) => candidate.state === 'running')?.step;
  // Only then is there more to say than what is waited for.
  const detailed = step === 'offer' || step === 'connection';
  return (
    <>
      <VerdictHeading
        icon="running"
        tone="busy"
        title={step === undefined ? 'Running' : `Running: ${stepTitles[step]}`}
      />
      <p class={css.sentence}>
        {waiting.sentence} <span class={css.waited}>{waitedWords(waiting, session.clock.value)}.</span>
      </p>
      {detailed && <WaitingDetails session={session} view={view} onOpen={onOpen} />}
    </>
  );
}
