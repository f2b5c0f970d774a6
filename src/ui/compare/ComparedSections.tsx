import { useState } from 'preact/hooks';
import type { Both, ComparedSection } from '../../core/recording/compare/sessionComparison.ts';
import { Icon } from '../kit/Icon.tsx';
import { LongText } from '../kit/LongText.tsx';
import css from './Compare.module.css';

interface ComparedSectionsProps {
  readonly sections: readonly ComparedSection[];
  readonly titles: Both<string>;
}

/** Offers and answers side by side, section by section. */
export function ComparedSections({ sections, titles }: ComparedSectionsProps) {
  return (
    <section class={css.section} aria-label="SDP">
      <header>
        <h3>SDP</h3>
        {sections.length === 0 && <span class={css.hint}>neither has any</span>}
      </header>
      {sections.map((section) => (
        <Section key={section.title} section={section} titles={titles} />
      ))}
    </section>
  );
}

/** Lines that are written anew for each session. */
function isOwn(raw: string): boolean {
  return /^(?:o=|a=(?:ice-ufrag|ice-pwd|fingerprint|candidate|ssrc|msid|cname|rtcp:))/.test(raw);
}

function Section({ section, titles }: { readonly section: ComparedSection; readonly titles: Both<string> }) {
  const [open, setOpen] = useState(false);
  const { title, facts, rows, differs } = section;
  const found = facts.filter((fact) => fact.differs);
  return (
    <div class={css.fold}>
      <h4>
        <button type="button" aria-expanded={open} data-differs={differs} onClick={() => setOpen(!open)}>
          <Icon name={open ? 'down' : 'right'} />
          {differs && <Icon name="warn" />}
          <span>{title}</span>
          <span class={css.hint}>
            {found.length === 0
              ? 'alike'
              : found
                  .map(({ name, text }) => `${name}: ${text.left ?? 'none'} → ${text.right ?? 'none'}`)
                  .join(' · ')}
          </span>
        </button>
      </h4>
      {open && (
        // What scrolls must be reachable by keyboard
        <div class={css.scroll} role="region" aria-label={`Lines, ${title}`} tabIndex={0}>
          <table class={css.lines}>
            <thead>
              <tr>
                <th scope="col">{titles.left}</th>
                <th scope="col">{titles.right}</th>
              </tr>
            </thead>
            <tbody>
              {rows.slice(0, 500).map(({ offer, answer, relation }) => (
                <tr
                  key={`${offer?.number} ${answer?.number}`}
                  data-relation={isOwn(offer?.raw ?? answer?.raw ?? '') ? 'own' : relation}
                >
                  <td>
                    <code>
                      <LongText text={offer?.raw ?? ''} limit={400} />
                    </code>
                  </td>
                  <td>
                    <code>
                      <LongText text={answer?.raw ?? ''} limit={400} />
                    </code>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </div>
  );
}
