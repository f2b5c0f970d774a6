import css from './Verdict.module.css';

interface DocsLinkProps {
  readonly code: string;
  /** instead of the bare code */
  readonly text?: string;
  readonly onDocs: (code: string) => void;
}

/** The identifier, as a way to all that is known of it. */
export function DocsLink({ code, text = code, onDocs }: DocsLinkProps) {
  return (
    <button type="button" class={css.docsLink} title={`All about ${code}`} onClick={() => onDocs(code)}>
      <code>{text}</code>
    </button>
  );
}
