import { useState } from 'preact/hooks';
import type { LogEntry, LogEntryOf } from '../../core/session/log.ts';
import type { SessionModel, ViewModel } from '../../state/contracts.ts';
import { Button } from '../kit/Button.tsx';
import { Placeholder } from '../kit/Placeholder.tsx';
import { Term } from '../kit/Term.tsx';
import channelCss from './channel/Channel.module.css';
import { ChannelEvent } from './channel/ChannelEvent.tsx';
import { Composer } from './channel/Composer.tsx';
import css from './Inspector.module.css';

interface ChannelTabProps {
  readonly session: SessionModel;
  readonly view: ViewModel;
  readonly onSelect: (id: string) => void;
}

/** At most this many messages are drawn; the log has all of them. */
const most = 200;

const choices = [
  ['both', 'Both ways'],
  ['received', 'Received'],
  ['sent', 'Sent'],
] as const;

/** What was said on the data channel, both ways, and a way to say more. */
export function ChannelTab({ session, view, onSelect }: ChannelTabProps) {
  const [only, setOnly] = useState<(typeof choices)[number][0]>('both');
  const { events, count } = lastEvents(session.log.value, only);
  const opened = count > 0 || only !== 'both';
  return (
    <div class={channelCss.channel}>
      <div class={css.stack}>
        <div class={css.bar}>
          <p class={css.note}>
            <Term term="data-channel" />
            {count > most
              ? `The last ${most} of ${count.toLocaleString('en')}; the log has all of them (type:channel).`
              : 'Newest last.'}
          </p>
          {choices.map(([id, label]) => (
            <Button key={id} label={label} look="quiet" pressed={only === id} onPress={() => setOnly(id)} />
          ))}
        </div>
        {opened ? (
          <ol class={channelCss.events} aria-label="Messages">
            {events.map((event) => (
              <ChannelEvent
                key={event.id}
                event={event}
                time={view.time.value}
                startedAt={session.startedAt.value}
                onSelect={onSelect}
              />
            ))}
          </ol>
        ) : (
          <Placeholder>No data channel yet: it opens in the step Connection.</Placeholder>
        )}
      </div>
      <Composer
        live={session.live.value}
        open={isOpen(session.log.value)}
        settings={session.settings.value}
      />
    </div>
  );
}

/** From the end, so that fifty thousand messages cost no more than those that are drawn. */
function lastEvents(log: readonly LogEntry[], only: 'both' | 'received' | 'sent') {
  const events: LogEntryOf<'channel'>[] = [];
  let count = 0;
  for (let index = log.length - 1; index >= 0; index -= 1) {
    const entry = log[index];
    if (entry?.kind !== 'channel' || (only !== 'both' && entry.event !== only)) continue;
    count += 1;
    if (count <= most) events.push(entry);
  }
  return { events: events.toReversed(), count };
}

function isOpen(log: readonly LogEntry[]): boolean {
  const last = log.findLast(
    (entry) =>
      entry.kind === 'channel' &&
      entry.event !== 'received' &&
      entry.event !== 'sent' &&
      entry.event !== 'error',
  );
  return last?.kind === 'channel' && last.event === 'open';
}
