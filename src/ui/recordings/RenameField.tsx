import { useRef } from 'preact/hooks';
import css from './Recordings.module.css';

interface RenameFieldProps {
  readonly name: string;
  /** undefined: as it was */
  readonly onDone: (name: string | undefined) => void;
}

function focusOnce(input: HTMLInputElement | null): void {
  input?.select();
}

/** Enter and leaving the field keep what was typed, Esc does not. */
export function RenameField({ name, onDone }: RenameFieldProps) {
  const done = useRef(false);
  function finish(input: HTMLInputElement, keep: boolean) {
    if (done.current) return;
    done.current = true;
    const row = input.closest('tr');
    onDone(keep && input.value !== name ? input.value : undefined);
    row?.querySelector<HTMLElement>('[data-open]')?.focus();
  }
  return (
    <input
      ref={focusOnce}
      type="text"
      class={css.rename}
      aria-label="Name of the recording"
      placeholder="Name"
      maxLength={100}
      autocomplete="off"
      value={name}
      onBlur={(event) => finish(event.currentTarget, true)}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' && event.key !== 'Escape') return;
        event.preventDefault();
        event.stopPropagation();
        finish(event.currentTarget, event.key === 'Enter');
      }}
    />
  );
}
