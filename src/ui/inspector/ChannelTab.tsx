import type { LogEntry, LogEntryOf } from '../../core/session/log.ts';
import { Icon, type IconName } from '../kit/Icon.tsx';
import { LongText } from '../kit/LongText.tsx';
import { logTime } from '../kit/logTime.ts';
import { Placeholder } from '../kit/Placeholder.tsx';
import css from './ChannelTab.module.css';
import { ofKind } from './inspected.ts';

interface ChannelTabProps {
  readonly log: readonly LogEntry[];
  readonly time: 'relative' | 'utc';
  readonly startedAt: number | undefined;
}

type ChannelEvent = LogEntryOf<'channel'>['event'];

const words: Readonly<Record<ChannelEvent, { readonly word: string; readonly icon: IconName }>> = {
  open: { word: 'opened', icon: 'check' },
  received: { word: 'received', icon: 'arrowDown' },
  sent: { word: 'sent', icon: 'arrowUp' },
  error: { word: 'error', icon: 'warn' },
  closing: { word: 'closing', icon: 'ring' },
  close: { word: 'closed', icon: 'cross' },
};

/** At most this many messages are drawn; the log has all of them. */
const most = 300;

/** What was said on the data channel, both ways. */
export function ChannelTab({ log, time, startedAt }: ChannelTabProps) {
  const events = ofKind(log, 'channel');
  if (events.length === 0)
    return <Placeholder>No data channel yet: it opens in the step Connection.</Placeholder>;
  return (
    <>
      {events.length > most && (
        <Placeholder>
          The last {most} of {events.length.toLocaleString('en')}; the log has all of them (type:channel).
        </Placeholder>
      )}
      <ol class={css.events}>
        {events.slice(-most).map((event) => (
          <li key={event.id} data-event={event.event}>
            <code class={css.time}>{logTime(event.at, time, startedAt)}</code>
            <span class={css.word}>
              <Icon name={words[event.event].icon} />
              {words[event.event].word}
            </span>
            <span class={css.text}>
              <strong>{event.messageType ?? event.error?.message ?? event.label}</strong>
              {event.text !== undefined && (
                <code>
                  <LongText text={event.text} />
                </code>
              )}
            </span>
          </li>
        ))}
      </ol>
    </>
  );
}
