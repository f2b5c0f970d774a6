import { visibleText } from '../../core/session/visibleText.ts';
import css from './EntryLink.module.css';

interface EntryLinkProps {
  readonly id: string;
  readonly text: string;
  readonly onSelect: (id: string) => void;
}

/** Leads to a row of the log, and shows it in the inspector. */
export function EntryLink({ id, text, onSelect }: EntryLinkProps) {
  return (
    <button
      type="button"
      class={css.link}
      data-entry={id}
      title={`Show ${id} in the log`}
      onClick={() => onSelect(id)}
    >
      {visibleText(text)}
    </button>
  );
}
