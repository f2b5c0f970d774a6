import type { SessionStep } from '../../core/session/step.ts';
import type { SessionModel, ViewModel } from '../../state/contracts.ts';
import { ConnectedVerdict, FailedVerdict } from '../lazyRunParts.ts';
import { IdleVerdict } from './IdleVerdict.tsx';
import { PausedVerdict } from './PausedVerdict.tsx';
import { StoppedVerdict } from './StoppedVerdict.tsx';
import css from './Verdict.module.css';
import { WaitingVerdict } from './WaitingVerdict.tsx';

interface VerdictProps {
  readonly session: SessionModel;
  readonly view: ViewModel;
  readonly onOpen: (id: string) => void;
  readonly onStep: (step: SessionStep) => void;
}

/** What came of the run, the plain sentence first. */
export function Verdict(props: VerdictProps) {
  const { session } = props;
  const { outcome } = session.summary.value;
  const [verdict] = session.diagnoses.value;
  return (
    <section
      class={css.panel}
      id="verdict"
      data-panel="verdict"
      aria-label="Verdict"
      data-outcome={outcome}
      data-code={verdict?.code}
      data-variant={verdict?.variant}
      data-foresees={session.foreseen.value[0]?.code}
    >
      <VerdictBody {...props} />
    </section>
  );
}

function VerdictBody(props: VerdictProps) {
  const { session, view, onOpen } = props;
  const summary = session.summary.value;
  switch (summary.outcome) {
    case 'idle':
      return (
        <IdleVerdict
          target={session.target}
          scenario={session.scenario.value}
          onSetup={() => view.open('setup')}
        />
      );
    case 'running':
      return <WaitingVerdict session={session} view={view} onOpen={onOpen} />;
    case 'paused':
      return (
        <PausedVerdict
          before={summary.pausedBefore}
          settings={session.settings.value}
          past={session.shown.value !== undefined}
          onContinue={() => session.continue()}
          onEdit={editing(session, props)}
        />
      );
    case 'connected':
      return <ConnectedVerdict session={session} view={view} onOpen={onOpen} />;
    case 'failed':
      return <FailedVerdict session={session} view={view} onOpen={onOpen} />;
    case 'stopped':
      return <StoppedVerdict summary={summary} />;
  }
}

function editing({ pendingRequest }: SessionModel, { view, onStep }: VerdictProps): (() => void) | undefined {
  const step = pendingRequest.value?.text.step;
  return (
    step &&
    (() => {
      onStep(step);
      view.showTab('request');
    })
  );
}
