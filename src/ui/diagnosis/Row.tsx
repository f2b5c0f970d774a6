import type { ComponentChildren } from 'preact';
import css from './Verdict.module.css';

/** One labelled part of a verdict. */
export function Row({ label, children }: { readonly label: string; readonly children: ComponentChildren }) {
  return (
    <div class={css.row}>
      <h3 class={css.label}>{label}</h3>
      <div class={css.content}>{children}</div>
    </div>
  );
}
