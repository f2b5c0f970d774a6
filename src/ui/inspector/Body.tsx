import { useState } from 'preact/hooks';
import { Button } from '../kit/Button.tsx';
import { Code } from '../kit/Code.tsx';
import { CopyButton } from '../kit/CopyButton.tsx';
import css from './Inspector.module.css';

interface BodyProps {
  readonly text: string;
  readonly label: string;
  readonly bytes?: number;
}

/** JSON is set out readably; the text as it came is one click away. */
export function Body({ text, label, bytes }: BodyProps) {
  const [raw, setRaw] = useState(false);
  const pretty = prettyJson(text);
  return (
    <>
      <div class={css.bar}>
        <h3 class={css.label}>
          {label}
          {bytes === undefined ? '' : ` · ${bytes.toLocaleString('en')} bytes`}
        </h3>
        {pretty !== undefined && (
          <Button
            label="Raw"
            look="quiet"
            pressed={raw}
            title="The text as it came"
            onPress={() => setRaw(!raw)}
          />
        )}
        <CopyButton label="Copy body" text={() => text} iconOnly />
      </div>
      <Code label={label} text={raw ? text : (pretty ?? text)} />
    </>
  );
}

function prettyJson(text: string): string | undefined {
  try {
    return JSON.stringify(JSON.parse(text), undefined, 2);
  } catch {
    // Not JSON: shown as it came.
    return undefined;
  }
}
