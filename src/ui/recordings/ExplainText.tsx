import { useEffect, useRef } from 'preact/hooks';
import type { Explaining } from '../../state/Explaining.ts';
import type { RecordingsModel } from '../../state/RecordingsModel.ts';
import { Button } from '../kit/Button.tsx';
import css from './Explain.module.css';
import { Explanation } from './Explanation.tsx';

interface ExplainTextProps {
  readonly explaining: Explaining;
  readonly openBlob: RecordingsModel['openBlob'];
}

/** A field for anything that says what went wrong. The text stays in it: nothing else holds or stores it. */
export function ExplainText({ explaining, openBlob }: ExplainTextProps) {
  const field = useRef<HTMLTextAreaElement>(null);
  const { found, problem, asked } = explaining;
  const wanted = asked.value;
  useEffect(() => {
    if (!wanted) return;
    field.current?.focus();
    explaining.answered();
  }, [wanted, explaining]);
  useEffect(() => explaining.forget, [explaining]);
  const explain = () => void explaining.explain(field.current?.value ?? '');
  return (
    <section class={css.explain} data-part="explain">
      <label class={css.label}>
        <span>Paste an error message, JSON, curl, JWT, SDP, stack trace or a whole recording</span>
        <textarea
          ref={field}
          class={css.field}
          rows={3}
          spellcheck={false}
          autocomplete="off"
          onInput={(event) => {
            if (event.inputType === 'insertFromPaste') explain();
          }}
          onPaste={(event) => {
            const [file] = event.clipboardData?.files ?? [];
            if (file === undefined) return;
            event.preventDefault();
            void openBlob(file, file.name);
          }}
          onKeyDown={(event) => {
            if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) explain();
          }}
        />
      </label>
      <div class={css.actions}>
        <Button label="Explain" icon="search" onPress={explain} />
        <p class={css.quiet}>It is read in this page; nothing is uploaded or stored.</p>
      </div>
      <div role="status">
        {problem.value !== undefined && <p>{problem.value}</p>}
        {found.value !== undefined && <Explanation pasted={found.value} explaining={explaining} />}
      </div>
    </section>
  );
}
