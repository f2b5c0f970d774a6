import { useState } from 'preact/hooks';
import { channelMessage } from '../../../core/sdk/channelMessage.ts';
import type { Settings } from '../../../core/session/settings.ts';
import type { LiveControls } from '../../../state/contracts.ts';
import { Button } from '../../kit/Button.tsx';
import { TextField } from '../../setup/TextField.tsx';
import css from './Channel.module.css';
import { fieldsOf, sessionUpdateText, type UpdateFields } from './sessionUpdate.ts';
import { UpdateForm } from './UpdateForm.tsx';

interface ComposerProps {
  readonly live: LiveControls | undefined;
  readonly open: boolean;
  readonly settings: Settings;
}

/** Writes a message to the far end: a session.update from a form, or anything at all. */
export function Composer({ live, open, settings }: ComposerProps) {
  const [fields, setFields] = useState<UpdateFields>(fieldsOf(settings));
  const [raw, setRaw] = useState<string | undefined>(undefined);
  const [result, setResult] = useState('');
  const text = raw ?? sessionUpdateText(fields);
  const ready = live !== undefined && open;
  const { remark } = channelMessage(text, 'sent');

  function send() {
    if (live === undefined) return;
    // The wire has no use for line breaks; what was typed by hand goes as it is.
    const refused = live.send(raw ?? JSON.stringify(JSON.parse(text)));
    setResult(refused === undefined ? 'Sent.' : `Not sent: ${refused.name}: ${refused.message}`);
  }

  return (
    // Enter in a field must not send what is half written
    <form class={css.composer} aria-label="Send a message" onSubmit={(event) => event.preventDefault()}>
      <div class={css.head}>
        <h3>Send</h3>
        <Button label="Form" look="quiet" pressed={raw === undefined} onPress={() => setRaw(undefined)} />
        <Button label="Raw" look="quiet" pressed={raw !== undefined} onPress={() => setRaw(text)} />
      </div>
      {raw === undefined ? (
        <UpdateForm fields={fields} onChange={setFields} />
      ) : (
        <TextField
          id="channel-raw"
          label="The message, as it is"
          value={raw}
          long
          hint={remark ?? 'A client names its message by “event”.'}
          onChange={setRaw}
        />
      )}
      <div class={css.head}>
        <Button
          label={raw === undefined ? 'Send session.update' : 'Send'}
          icon="arrowUp"
          disabled={!ready}
          onPress={send}
        />
        <p class={css.quiet} role="status">
          {ready ? result : 'The data channel is not open.'}
        </p>
      </div>
    </form>
  );
}
