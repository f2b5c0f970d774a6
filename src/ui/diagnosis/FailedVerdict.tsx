import type { SessionModel, ViewModel } from '../../state/contracts.ts';
import { entryById } from '../inspector/entryById.ts';
import { Placeholder } from '../kit/Placeholder.tsx';
import { Because } from './Because.tsx';
import { Certainty } from './Certainty.tsx';
import { Discrepancies } from './Discrepancies.tsx';
import { DoThis } from './DoThis.tsx';
import { identifiers } from './identifiers.ts';
import { OtherDiagnoses } from './OtherDiagnoses.tsx';
import { RuledOut } from './RuledOut.tsx';
import { SdkShows } from './SdkShows.tsx';
import css from './Verdict.module.css';
import { VerdictActions } from './VerdictActions.tsx';
import { VerdictHeading } from './VerdictHeading.tsx';

interface FailedVerdictProps {
  readonly session: SessionModel;
  readonly view: ViewModel;
  readonly onOpen: (id: string) => void;
}

/** Why it failed, what proves it, what to do, and what it is not. */
export function FailedVerdict({ session, view, onOpen }: FailedVerdictProps) {
  const summary = session.summary.value;
  const log = session.log.value;
  const [verdict, ...others] = session.diagnoses.value;
  const failedBy = summary.steps.find((step) => step.state === 'failed')?.failedBy;
  if (verdict === undefined) {
    return (
      <>
        <VerdictHeading icon="cross" tone="error" title="The session failed" />
        <Placeholder>
          {session.catalogue.value === undefined
            ? 'The catalogue that explains it is still loading.'
            : 'The catalogue knows no such failure. The log has all that was seen.'}
        </Placeholder>
      </>
    );
  }
  const discrepancies = verdict.discrepancies.length > 0;
  const sdk = session.sdkView.value;
  return (
    <>
      <VerdictHeading icon="cross" tone="error" title={verdict.title}>
        <code>{identifiers(verdict, entryById(log, failedBy))}</code>
      </VerdictHeading>
      <div class={css.columns} data-part="reasons">
        <div>
          <Because verdict={verdict} onOpen={onOpen} />
          <DoThis verdict={verdict} />
          <Certainty
            verdict={verdict}
            onOpen={onOpen}
            onStep={(step) => view.select({ kind: 'step', step })}
          />
        </div>
        <div>
          {sdk !== undefined && <SdkShows sdk={sdk} />}
          {discrepancies && <Discrepancies discrepancies={verdict.discrepancies} />}
          {verdict.ruledOut.length > 0 && <RuledOut ruledOut={verdict.ruledOut} />}
          {others.length > 0 && <OtherDiagnoses others={others} />}
        </div>
      </div>
      <VerdictActions session={session} view={view} />
    </>
  );
}
