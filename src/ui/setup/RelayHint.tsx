import { CopyButton } from '../kit/CopyButton.tsx';
import css from './Setup.module.css';

/** How to start the relay, to be copied into a terminal. */
export function RelayHint({ why, command }: { readonly why: string; readonly command: string }) {
  return (
    <div class={css.hint} data-part="relay-hint">
      <p>{why}</p>
      <p>
        <code>{command}</code> <CopyButton label="Copy command" text={() => command} />
      </p>
    </div>
  );
}
