import { useState } from 'preact/hooks';
import { channelMessage } from '../../../core/sdk/channelMessage.ts';
import type { LogEntryOf } from '../../../core/session/log.ts';
import { visibleLine } from '../../../core/session/visibleText.ts';
import { Button } from '../../kit/Button.tsx';
import { EntryLink } from '../../kit/EntryLink.tsx';
import { Icon, type IconName } from '../../kit/Icon.tsx';
import { LongText } from '../../kit/LongText.tsx';
import { logTime } from '../../kit/logTime.ts';
import css from './Channel.module.css';

interface ChannelEventProps {
  readonly event: LogEntryOf<'channel'>;
  readonly time: 'relative' | 'utc';
  readonly startedAt: number | undefined;
  readonly onSelect: (id: string) => void;
}

const words: Readonly<
  Record<LogEntryOf<'channel'>['event'], { readonly word: string; readonly icon: IconName }>
> = {
  open: { word: 'opened', icon: 'check' },
  received: { word: 'received', icon: 'arrowDown' },
  sent: { word: 'sent', icon: 'arrowUp' },
  error: { word: 'error', icon: 'warn' },
  closing: { word: 'closing', icon: 'ring' },
  close: { word: 'closed', icon: 'cross' },
};

/** One message, or one turn of the channel's life. */
export function ChannelEvent({ event, time, startedAt, onSelect }: ChannelEventProps) {
  const { word, icon } = words[event.event];
  return (
    <li data-event={event.event}>
      <span class={css.time}>
        <EntryLink id={event.id} text={logTime(event.at, time, startedAt)} onSelect={onSelect} />
      </span>
      <span class={css.word}>
        <Icon name={icon} />
        {word}
      </span>
      {event.event === 'received' || event.event === 'sent' ? (
        <Message text={event.text ?? ''} way={event.event} bytes={event.bytes} />
      ) : (
        <strong>
          <LongText text={event.error?.message ?? event.label} />
        </strong>
      )}
    </li>
  );
}

interface MessageProps {
  readonly text: string;
  readonly way: 'received' | 'sent';
  readonly bytes: number | undefined;
}

/** JSON is set out readably on demand; otherwise the message stands as it came. */
function Message({ text, way, bytes }: MessageProps) {
  const [pretty, setPretty] = useState(false);
  const { form, key, name, standing, remark } = channelMessage(text, way);
  return (
    <div class={css.text} data-standing={standing} data-form={form}>
      <p class={css.head}>
        {key !== undefined && (
          <span class={css.key} data-key={key} title={key === 'type' ? 'A server’s word' : 'A client’s word'}>
            {key}
          </span>
        )}
        <strong>
          {(name === undefined ? undefined : visibleLine(name, 100)) ??
            (form === 'json' ? 'without a name' : form === 'binary' ? 'binary' : 'not JSON')}
        </strong>
        {bytes !== undefined && <span class={css.quiet}>{bytes.toLocaleString('en')} bytes</span>}
        {form === 'json' && (
          <Button label="JSON" look="quiet" pressed={pretty} onPress={() => setPretty(!pretty)} />
        )}
      </p>
      {remark !== undefined && (
        <p class={css.remark}>
          <Icon name={standing === 'refused' ? 'warn' : 'info'} />
          {remark}
        </p>
      )}
      <code class={css.body} data-pretty={pretty}>
        <LongText text={pretty ? setOut(text) : text} limit={pretty ? 6000 : 300} />
      </code>
    </div>
  );
}

function setOut(text: string): string {
  try {
    return JSON.stringify(JSON.parse(text), undefined, 2);
  } catch {
    // Cut off at 64 KiB it is no JSON any more: as it came, then.
    return text;
  }
}
