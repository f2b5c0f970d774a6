import { clientState } from '../../core/sdk/clientState.ts';
import { conversationId } from '../../core/session/conversationId.ts';
import { landmarks } from '../../core/session/landmarks.ts';
import type { LogEntry } from '../../core/session/log.ts';
import { visibleText } from '../../core/session/visibleText.ts';
import { duration } from '../../core/session/wording.ts';
import type { SessionModel, ViewModel } from '../../state/contracts.ts';
import { ofKind } from '../inspector/inspected.ts';
import { EntryLink } from '../kit/EntryLink.tsx';
import { Advice } from './Advice.tsx';
import { ClientStateNote } from './ClientStateNote.tsx';
import { DocsLink } from './DocsLink.tsx';
import { identifiers } from './identifiers.ts';
import { Reasons } from './Reasons.tsx';
import { Row } from './Row.tsx';
import css from './Verdict.module.css';
import { VerdictActions } from './VerdictActions.tsx';
import { VerdictHeading } from './VerdictHeading.tsx';

interface ConnectedVerdictProps {
  readonly session: SessionModel;
  readonly view: ViewModel;
  readonly onOpen: (id: string) => void;
}

/** Connected; where that is not the whole truth, the truth comes first. */
export function ConnectedVerdict({ session, view, onOpen }: ConnectedVerdictProps) {
  const log = landmarks(session.log.value);
  const summary = session.summary.value;
  const [trouble] = session.diagnoses.value;
  const lost = clientState(log)?.says === 'closed';
  const after = summary.connectedAt === undefined ? '' : ` after ${duration(summary.connectedAt)}`;
  const conversation = conversationId(log);
  const past = session.shown.value !== undefined;
  const title =
    trouble !== undefined
      ? trouble.title
      : lost
        ? past
          ? 'Disconnected at this moment: nothing came back, which may pass by itself'
          : 'Disconnected for the moment: nothing comes back, which may pass by itself'
        : `Connected${after}`;
  return (
    <>
      <VerdictHeading
        icon={trouble !== undefined || lost ? 'warn' : 'check'}
        tone={trouble !== undefined || lost ? 'warn' : 'ok'}
        title={title}
      >
        {summary.attempts > 1 && <span>attempt {summary.attempts}</span>}
        {trouble !== undefined && <span>connected{after}</span>}
        {trouble !== undefined && (
          <DocsLink code={trouble.code} text={identifiers(trouble, undefined)} onDocs={view.showDocs} />
        )}
      </VerdictHeading>
      {trouble !== undefined ? (
        <>
          {lost && <ClientStateNote log={log} now={session.clock.value} past={past} onOpen={onOpen} />}
          <Reasons session={session} view={view} onOpen={onOpen} />
        </>
      ) : (
        <div class={css.columns}>
          <div>
            <Row label="Because">
              <ul class={css.bullets}>
                <PathProofs log={log} onOpen={onOpen} />
              </ul>
              {conversation !== undefined && (
                <p>
                  Conversation <code>{visibleText(conversation)}</code>
                </p>
              )}
            </Row>
          </div>
          <div>
            {lost && <ClientStateNote log={log} now={session.clock.value} past={past} onOpen={onOpen} />}
            <Advice advice={session.advice.value} onOpen={onOpen} onDocs={view.showDocs} />
          </div>
        </div>
      )}
      <VerdictActions session={session} view={view} />
    </>
  );
}

/** That the session was created, and the path that it takes. */
function PathProofs({
  log,
  onOpen,
}: { readonly log: readonly LogEntry[] } & Pick<ConnectedVerdictProps, 'onOpen'>) {
  const created = log.findLast(
    (entry) => entry.kind === 'channel' && entry.messageType === 'session.created',
  );
  const statistics = ofKind(log, 'statistics').findLast((entry) => entry.moment === 'connected');
  const pair = statistics?.pairs.find((candidate) => candidate.nominated);
  return (
    <>
      {created !== undefined && (
        <li>
          <EntryLink
            id={created.id}
            text="the data channel is open and the far end sent session.created"
            onSelect={onOpen}
          />
        </li>
      )}
      {statistics !== undefined && pair !== undefined && (
        <li>
          <EntryLink
            id={statistics.id}
            text={`the path is ${pair.local} ↔ ${pair.remote}${pair.roundTripTime === undefined ? '' : `, round trip ${duration(pair.roundTripTime)}`}`}
            onSelect={onOpen}
          />
        </li>
      )}
    </>
  );
}
