import type { SessionModel, ViewModel } from '../../state/contracts.ts';
import { entryById } from '../inspector/entryById.ts';
import { Placeholder } from '../kit/Placeholder.tsx';
import { DocsLink } from './DocsLink.tsx';
import { identifiers } from './identifiers.ts';
import { Reasons } from './Reasons.tsx';
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
  const [verdict] = session.diagnoses.value;
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
  return (
    <>
      <VerdictHeading icon="cross" tone="error" title={verdict.title}>
        <DocsLink
          code={verdict.code}
          text={identifiers(verdict, entryById(log, failedBy))}
          onDocs={view.showDocs}
        />
      </VerdictHeading>
      <Reasons session={session} view={view} onOpen={onOpen} />
      <VerdictActions session={session} view={view} />
    </>
  );
}
