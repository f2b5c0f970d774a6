import { landmarks } from '../../core/session/landmarks.ts';
import type { SessionModel, ViewModel } from '../../state/contracts.ts';
import { Advice } from './Advice.tsx';
import { Because } from './Because.tsx';
import { Certainty } from './Certainty.tsx';
import { ClientStateNote } from './ClientStateNote.tsx';
import { Discrepancies } from './Discrepancies.tsx';
import { DoThis } from './DoThis.tsx';
import { OtherDiagnoses } from './OtherDiagnoses.tsx';
import { RuledOut } from './RuledOut.tsx';
import { SdkShows } from './SdkShows.tsx';
import css from './Verdict.module.css';

interface ReasonsProps {
  readonly session: SessionModel;
  readonly view: ViewModel;
  readonly onOpen: (id: string) => void;
}

/** Why, what proves it, what to do, and what it is not. */
export function Reasons({ session, view, onOpen }: ReasonsProps) {
  const [verdict, ...others] = session.diagnoses.value;
  if (verdict === undefined) return undefined;
  const sdk = session.sdkView.value;
  const connected = session.summary.value.outcome === 'connected';
  return (
    <div class={css.columns} data-part="reasons">
      <div>
        <Because verdict={verdict} onOpen={onOpen} />
        <DoThis verdict={verdict} />
        <Certainty verdict={verdict} onOpen={onOpen} onStep={(step) => view.select({ kind: 'step', step })} />
      </div>
      <div>
        {sdk !== undefined && <SdkShows sdk={sdk} />}
        {connected && (
          <ClientStateNote
            log={landmarks(session.log.value)}
            now={session.clock.value}
            past={session.shown.value !== undefined}
            onOpen={onOpen}
          />
        )}
        {verdict.discrepancies.length > 0 && <Discrepancies discrepancies={verdict.discrepancies} />}
        {verdict.ruledOut.length > 0 && <RuledOut ruledOut={verdict.ruledOut} />}
        {others.length > 0 && <OtherDiagnoses others={others} />}
        <Advice advice={session.advice.value} onOpen={onOpen} onDocs={view.showDocs} />
      </div>
    </div>
  );
}
