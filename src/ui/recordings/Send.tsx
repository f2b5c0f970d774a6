import { useEffect, useMemo, useState } from 'preact/hooks';
import type { Replaced as ReplacedKind } from '../../core/recording/anonymise.ts';
import type { ExportFormat } from '../../core/recording/write/exportFormat.ts';
import type { RecordingsModel } from '../../state/RecordingsModel.ts';
import { Placeholder } from '../kit/Placeholder.tsx';
import { Prepared } from './Prepared.tsx';
import { Replaced } from './Replaced.tsx';
import css from './Send.module.css';
import { ShareLink } from './ShareLink.tsx';
import { formatWords } from './sendWords.ts';
import { usePreparation } from './usePreparation.ts';

/** Save or send what is looked at: as what, without what, and whether it is safe. */
export function Send({ recordings }: { readonly recordings: RecordingsModel }) {
  const [format, setFormat] = useState<ExportFormat>('html');
  // As it was when the dialog opened: what is checked is what leaves.
  const recording = useMemo(() => recordings.recording(), [recordings]);
  const { sending } = recordings;
  const keep = sending.keep.value;
  const preparation = usePreparation(sending, recording, format, keep);
  const found = preparation.state === 'ready' ? preparation.draft.replaced : undefined;
  // The same for every format: it stays while another file is made.
  const [replaced, setReplaced] = useState<readonly ReplacedKind[] | undefined>(found);
  useEffect(() => {
    if (found !== undefined) setReplaced(found);
  }, [found]);
  if (recording === undefined) {
    return <Placeholder>There is nothing to send yet: press Run, or open a recording.</Placeholder>;
  }
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
        {replaced !== undefined && <Replaced replaced={replaced} keep={keep} onKeep={sending.setKeep} />}
      </div>
      <Prepared sending={sending} preparation={preparation} />
      <ShareLink
        key={keep.join()}
        sending={sending}
        recording={recording}
        onReport={() => setFormat('html')}
      />
    </div>
  );
}
