import { type GlossaryTerm, glossary } from '../../core/glossary.ts';
import css from './Term.module.css';

/** What a term means, and where that is defined. */
export function TermText({ term }: { readonly term: GlossaryTerm }) {
  const { title, text, source, url } = glossary[term];
  return (
    <>
      <strong class={css.line}>{title}</strong>
      <span class={css.line}>{text}</span>
      <a class={css.line} href={url} target="_blank" rel="noreferrer">
        {source}
      </a>
    </>
  );
}
