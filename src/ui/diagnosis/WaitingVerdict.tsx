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

/** While a run goes on, or did at the moment that is looked at: what it waits for, for how long, what that will be taken for. */
export function WaitingVerdict({ session, view, onOpen }: WaitingVerdictProps) {
  const summary = session.summary.value;
  const [begin] = session.log.value;
  const limits = begin?.kind === 'run-started' ? begin.limits : session.limits.value;
  const waiting = waitingFor(session.log.value, summary, limits);
  const step = summary.steps.findLast((candidate) => candidate.state === 'running')?.step;
  const past = session.shown.value !== undefined;
  // Only then is there more to say than what is waited for.
  const detailed = step === 'offer' || step === 'connection';
  return (
    <>
      <VerdictHeading
        icon="running"
        tone={past ? 'quiet' : 'busy'}
        title={`${past ? 'At this moment' : 'Running'}${step === undefined ? '' : `: ${stepTitles[step]}`}`}
      />
      <p class={css.sentence}>
        {waiting.sentence} <span class={css.waited}>{waitedWords(waiting, session.clock.value, past)}.</span>
      </p>
      {detailed && <WaitingDetails session={session} view={view} onOpen={onOpen} />}
    </>
  );
}
