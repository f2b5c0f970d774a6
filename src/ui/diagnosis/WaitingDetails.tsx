import { standingSilences } from '../../core/diagnosis/silences.ts';
import type { SessionModel, ViewModel } from '../../state/contracts.ts';
import { EntryLink } from '../kit/EntryLink.tsx';
import { Advice } from './Advice.tsx';
import { ClientStateNote } from './ClientStateNote.tsx';
import { Foreseen } from './Foreseen.tsx';
import { Row } from './Row.tsx';
import { browserName, silenceWords } from './silenceWords.ts';
import css from './Verdict.module.css';

interface WaitingDetailsProps {
  readonly session: SessionModel;
  readonly view: ViewModel;
  readonly onOpen: (id: string) => void;
}

/** More silences than these are counted, not told. */
const most = 5;

/** What a run is silent about, what that will be taken for, and what the SDK says meanwhile. */
export function WaitingDetails({ session, view, onOpen }: WaitingDetailsProps) {
  const log = session.log.value;
  const now = session.clock.value;
  const silences = standingSilences(log);
  const [started] = log;
  const browser = browserName(started?.kind === 'run-started' ? started.userAgent : '');
  const past = session.shown.value !== undefined;
  const [foreseen] = session.foreseen.value;
  return (
    <div class={css.columns} data-part="foreseen">
      <div>
        {silences.length > 0 && (
          <Row label="Silent">
            <ul class={css.bullets}>
              {silences.slice(0, most).map((silence) => (
                <li key={`${silence.watch} ${silence.subject ?? ''}`}>
                  <EntryLink
                    id={silence.id}
                    text={silenceWords(silence, now, browser, past)}
                    onSelect={onOpen}
                  />
                </li>
              ))}
              {silences.length > most && <li class={css.quiet}>and {silences.length - most} more</li>}
            </ul>
          </Row>
        )}
        {foreseen !== undefined && <Foreseen foreseen={foreseen} past={past} onDocs={view.showDocs} />}
      </div>
      <div>
        <ClientStateNote log={log} now={now} past={past} onOpen={onOpen} />
        <Advice advice={session.advice.value} onOpen={onOpen} onDocs={view.showDocs} />
      </div>
    </div>
  );
}
