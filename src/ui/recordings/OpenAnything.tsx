import { useRef } from 'preact/hooks';
import type { RecordingsModel } from '../../state/RecordingsModel.ts';
import { Button } from '../kit/Button.tsx';
import css from './Recordings.module.css';

const kinds = '.json,.gz,.har,.ndjson,.jsonl,.txt,.log,application/json,application/gzip';

/** By picker, drop, paste, or from what somebody sent as text. */
export function OpenAnything({ recordings }: { readonly recordings: RecordingsModel }) {
  const picker = useRef<HTMLInputElement>(null);
  return (
    <div class={css.open}>
      <Button label="Open a file…" icon="open" look="primary" onPress={() => picker.current?.click()} />
      <input
        ref={picker}
        type="file"
        hidden
        accept={kinds}
        aria-label="File to open"
        onChange={(event) => {
          const [file] = event.currentTarget.files ?? [];
          if (file !== undefined) void recordings.openBlob(file, file.name);
          event.currentTarget.value = '';
        }}
      />
      <p class={css.note}>
        A recording, a HAR of the Network panel, a dump of chrome://webrtc-internals or of rtcstats. Or drop
        it anywhere, or paste it.
      </p>
    </div>
  );
}
