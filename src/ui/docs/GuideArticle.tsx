import { Code } from '../kit/Code.tsx';
import { CopyButton } from '../kit/CopyButton.tsx';
import { Explained } from '../kit/Explained.tsx';
import css from './Docs.module.css';
import type { Guide } from './guides.ts';

/** A page on the product itself. */
export function GuideArticle({ guide, link }: { readonly guide: Guide; readonly link: () => string }) {
  return (
    <article class={css.article} data-guide={guide.id}>
      <header class={css.heading}>
        <h2>{guide.title}</h2>
        <CopyButton label="Copy link" text={link} />
      </header>
      <p class={css.quiet}>{guide.summary}</p>
      {guide.parts.map(({ title, text, points, code }) => (
        <section key={title} class={css.part}>
          <h3>{title}</h3>
          {text.map((paragraph) => (
            <p key={paragraph}>
              <Explained text={paragraph} />
            </p>
          ))}
          {points !== undefined && (
            <dl class={css.points}>
              {points.map(([name, meaning]) => (
                <div key={name}>
                  <dt>{name}</dt>
                  <dd>{meaning}</dd>
                </div>
              ))}
            </dl>
          )}
          {code !== undefined && (
            <>
              <Code label={title} text={code} />
              <CopyButton label="Copy" text={() => code} />
            </>
          )}
        </section>
      ))}
    </article>
  );
}
