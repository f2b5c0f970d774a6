import { useState } from 'preact/hooks';
import type { SessionModel, ViewModel } from '../../state/contracts.ts';
import { Placeholder } from '../kit/Placeholder.tsx';
import { scrollToActive } from '../kit/useListbox.ts';
import css from './Docs.module.css';
import { DocsArticle } from './DocsArticle.tsx';
import { docsGroups } from './docsGroups.ts';
import { GuideArticle } from './GuideArticle.tsx';
import { guides } from './guides.ts';

/** Every known failure: what gives it away, what to do, and a way to see it happen. */
export function Docs({ session, view }: { readonly session: SessionModel; readonly view: ViewModel }) {
  const [text, setText] = useState('');
  const catalogue = session.catalogue.value;
  if (catalogue === undefined) return <Placeholder>The catalogue is loading…</Placeholder>;
  const asked = view.docs.value;
  const groups = docsGroups(catalogue, text);
  const entry = catalogue.find(({ code }) => code === (asked ?? groups[0]?.entries[0]?.code));

  const guide = guides.find(({ id }) => id === asked);

  function replay(id: string) {
    view.open(undefined);
    view.select(undefined);
    session.selectScenario(id);
    void session.run();
  }

  return (
    <div class={css.docs} data-part="docs">
      <div class={css.nav}>
        <nav aria-label="Guides">
          <ul class={css.guides}>
            {guides.map(({ id, title }) => (
              <li key={id}>
                <button
                  type="button"
                  aria-current={id === guide?.id ? 'true' : undefined}
                  onClick={() => view.showDocs(id)}
                >
                  <span>{title}</span>
                </button>
              </li>
            ))}
          </ul>
        </nav>
        <nav class={css.failures} aria-label="Failures">
          <input
            type="search"
            class={css.search}
            aria-label="Search the catalogue"
            placeholder="Search"
            value={text}
            onInput={(event) => setText(event.currentTarget.value)}
          />
          <div class={css.list}>
            {groups.map(({ title, entries }) => (
              <section key={title} aria-label={title}>
                <h3>{title}</h3>
                <ul>
                  {entries.map(({ code, title: name }) => (
                    <li key={code}>
                      <button
                        type="button"
                        {...(code === entry?.code ? { ref: scrollToActive } : {})}
                        aria-current={code === entry?.code ? 'true' : undefined}
                        onClick={() => view.showDocs(code)}
                      >
                        <span>{name}</span>
                        <code>{code}</code>
                      </button>
                    </li>
                  ))}
                </ul>
              </section>
            ))}
            {groups.length === 0 && <p class={css.none}>Nothing in the catalogue says “{text}”.</p>}
          </div>
        </nav>
      </div>
      {guide !== undefined ? (
        <GuideArticle key={guide.id} guide={guide} link={() => view.link.value} />
      ) : entry === undefined ? (
        <Placeholder>
          The catalogue has no failure “{asked ?? text}”. Those on the list are all it has.
        </Placeholder>
      ) : (
        <DocsArticle
          key={entry.code}
          entry={entry}
          scenarios={session.scenarios.value?.filter((scenario) => scenario.code === entry.code)}
          why={session.withoutScenario.value?.[entry.code]}
          link={() => view.link.value}
          onReplay={session.target === 'simulated' ? replay : undefined}
        />
      )}
    </div>
  );
}
