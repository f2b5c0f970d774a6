import type { ExportFormat } from '../../core/recording/write/exportFormat.ts';
import { leakWords, type Sending } from '../../state/Sending.ts';
import { Button } from '../kit/Button.tsx';
import { CopyButton } from '../kit/CopyButton.tsx';
import { Icon } from '../kit/Icon.tsx';
import { sizeWords } from './recordingWords.ts';
import { SaveButton } from './SaveButton.tsx';
import css from './Send.module.css';
import type { Preparation } from './usePreparation.ts';

/** Formats that are read as text, and so worth copying. */
const texts: readonly ExportFormat[] = ['markdown', 'curl', 'ndjson'];

interface PreparedProps {
  readonly sending: Sending;
  readonly preparation: Preparation;
}

/** How far the file is, whether it is safe, and what can be done with it. */
export function Prepared({ sending, preparation }: PreparedProps) {
  if (preparation.state === 'preparing') {
    const { progress, cancel } = preparation;
    return (
      <p class={css.preparing} role="status">
        <span>Making the file…</span>
        {/* Once all is handed over nobody knows how long it takes. */}
        <progress aria-label="Making the file" max={1} {...(progress < 1 && { value: progress })} />
        <Button label="Cancel" icon="cross" onPress={cancel} />
      </p>
    );
  }
  if (preparation.state === 'failed') {
    return (
      <p class={css.preparing} role="status">
        <span>{preparation.why}</span>
        <Button label="Make the file" onPress={preparation.again} />
      </p>
    );
  }
  const { draft } = preparation;
  const safe = draft.leaks.length === 0;
  return (
    <>
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
        {safe && texts.includes(draft.format) && (
          <CopyButton label="Copy" look="plain" text={() => draft.blob.text()} />
        )}
        <span class={css.note}>
          {draft.fileName} · {sizeWords(draft.size)}
          {draft.format === 'recording' ? ' before packing' : ''}
        </span>
      </div>
    </>
  );
}
