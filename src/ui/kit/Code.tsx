import css from './Code.module.css';
import { LongText } from './LongText.tsx';

/** A block of foreign text. Only blocks like this one scroll sideways. */
export function Code({ text, label }: { readonly text: string; readonly label: string }) {
  return (
    // What scrolls must be reachable by keyboard
    <pre class={css.code} tabIndex={0} role="region" aria-label={label}>
      <LongText text={text} limit={6000} />
    </pre>
  );
}
