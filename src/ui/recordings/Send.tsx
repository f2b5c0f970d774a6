import { useMemo, useState } from 'preact/hooks';
import type { ExportFormat } from '../../core/recording/write/exportFormat.ts';
import type { RecordingsModel } from '../../state/RecordingsModel.ts';
import { leakWords } from '../../state/Sending.ts';
import { CopyButton } from '../kit/CopyButton.tsx';
import { Icon } from '../kit/Icon.tsx';
import { Placeholder } from '../kit/Placeholder.tsx';
import { Replaced } from './Replaced.tsx';
import { sizeWords } from './recordingWords.ts';
import { SaveButton } from './SaveButton.tsx';
import css from './Send.module.css';
import { ShareLink } from './ShareLink.tsx';
import { formatWords } from './sendWords.ts';

/** Formats that are read as text, and so worth copying. */
const texts: readonly ExportFormat[] = ['markdown', 'curl', 'ndjson'];

/** Save or send what is looked at: as what, without what, and whether it is safe. */
export function Send({ recordings }: { readonly recordings: RecordingsModel }) {
  const [format, setFormat] = useState<ExportFormat>('html');
  // As it was when the dialog opened: what is checked is what leaves.
  const recording = useMemo(() => recordings.recording(), [recordings]);
  const { sending } = recordings;
  const keep = sending.keep.value;
  const draft = useMemo(
    () => (recording === undefined ? undefined : sending.draft(recording, format)),
    [recording, sending, format, keep],
  );
  // What would be replaced if nothing were kept: so that what is kept stays on the list.
  const all = useMemo(
    () => (recording === undefined ? [] : sending.draft(recording, 'ndjson', []).replaced),
    [recording, sending],
  );
  if (recording === undefined || draft === undefined) {
    return <Placeholder>There is nothing to send yet: press Run, or open a recording.</Placeholder>;
  }
  const safe = draft.leaks.length === 0;
  return (
    <div class={css.send} data-part="send">
      <div class={css.columns}>
        <fieldset class={css.group}>
          <legend>As what</legend>
          {formatWords.map(([id, name, use]) => (
            <label key={id} class={css.format}>
              <input
                type="radio"
                name="export-format"
                value={id}
                checked={id === format}
                onChange={() => setFormat(id)}
              />
              <span>
                <strong>{name}</strong> {use}
              </span>
            </label>
          ))}
        </fieldset>
        <Replaced replaced={all} keep={keep} onKeep={sending.setKeep} />
      </div>
      <p class={css.test} data-safe={safe} role="status">
        <Icon name={safe ? 'check' : 'cross'} />
        <span>
          {safe
            ? 'Self-test: none of the secrets that this tab has seen is in it, and nothing that looks like one.'
            : leakWords(draft.leaks)}
        </span>
      </p>
      <div class={css.actions}>
        <SaveButton sending={sending} draft={draft} disabled={!safe} />
        {safe && texts.includes(format) && <CopyButton label="Copy" look="plain" text={() => draft.text} />}
        <span class={css.note}>
          {draft.fileName} · {sizeWords(draft.text.length)}
          {format === 'recording' ? ' before packing' : ''}
        </span>
      </div>
      <ShareLink
        key={keep.join()}
        sending={sending}
        recording={recording}
        onReport={() => setFormat('html')}
      />
    </div>
  );
}
