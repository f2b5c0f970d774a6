import type { ComponentChildren } from 'preact';
import css from './Placeholder.module.css';

/** What a panel says while it has nothing to show. */
export function Placeholder({ children }: { readonly children: ComponentChildren }) {
  return <p class={css.placeholder}>{children}</p>;
}
