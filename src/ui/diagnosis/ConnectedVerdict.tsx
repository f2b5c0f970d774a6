import { duration } from '../../core/session/wording.ts';
import type { SessionModel, ViewModel } from '../../state/contracts.ts';
import { ofKind } from '../inspector/inspected.ts';
import { EntryLink } from '../kit/EntryLink.tsx';
import { conversationId } from './conversationId.ts';
import { Row } from './Row.tsx';
import css from './Verdict.module.css';
import { VerdictActions } from './VerdictActions.tsx';
import { VerdictHeading } from './VerdictHeading.tsx';

interface ConnectedVerdictProps {
  readonly session: SessionModel;
  readonly view: ViewModel;
  readonly onOpen: (id: string) => void;
}

export function ConnectedVerdict({ session, view, onOpen }: ConnectedVerdictProps) {
  const summary = session.summary.value;
  const log = session.log.value;
  const created = ofKind(log, 'channel').findLast((entry) => entry.messageType === 'session.created');
  const statistics = ofKind(log, 'statistics').findLast((entry) => entry.moment === 'connected');
  const pair = statistics?.pairs.find((candidate) => candidate.nominated);
  const conversation = conversationId(log);
  const after = summary.connectedAt === undefined ? '' : ` after ${duration(summary.connectedAt)}`;
  return (
    <>
      <VerdictHeading icon="check" tone="ok" title={`Connected${after}`}>
        {summary.attempts > 1 && <span>attempt {summary.attempts}</span>}
      </VerdictHeading>
      <Row label="Because">
        <ul class={css.bullets}>
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
        </ul>
        {conversation !== undefined && (
          <p>
            Conversation <code>{conversation}</code>
          </p>
        )}
      </Row>
      <VerdictActions session={session} view={view} />
    </>
  );
}
