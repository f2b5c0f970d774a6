import { useState } from 'preact/hooks';
import type { Both, ComparedFact } from '../../core/recording/compare/sessionComparison.ts';
import { Button } from '../kit/Button.tsx';
import { Icon } from '../kit/Icon.tsx';
import { LongText } from '../kit/LongText.tsx';
import css from './Compare.module.css';
import { EntryLinks, type OpenEntry } from './EntryLinks.tsx';

interface FactTableProps {
  readonly caption: string;
  readonly facts: readonly ComparedFact[];
  readonly titles: Both<string>;
  readonly open: Both<OpenEntry | undefined>;
}

/** What differs, and on request what is the same. */
export function FactTable({ caption, facts, titles, open }: FactTableProps) {
  const [all, setAll] = useState(false);
  const differing = facts.filter(({ differs }) => differs);
  const drawn = (all ? facts : differing).slice(0, 200);
  const same = facts.length - differing.length;
  return (
    <section class={css.section} aria-label={caption}>
      <header>
        <h3>{caption}</h3>
        <span class={css.hint}>
          {facts.length === 0
            ? 'neither has any'
            : differing.length === 0
              ? 'no difference that matters'
              : ''}
        </span>
        {same > 0 && (
          <Button
            label={all ? 'Show only what differs' : `Show the ${same} that are alike`}
            look="quiet"
            expanded={all}
            onPress={() => setAll(!all)}
          />
        )}
      </header>
      {drawn.length > 0 && (
        // What scrolls must be reachable by keyboard
        <div class={css.scroll} role="region" aria-label={`${caption}, compared`} tabIndex={0}>
          <table class={css.table}>
            <thead>
              <tr>
                <th scope="col">Name</th>
                <th scope="col">{titles.left}</th>
                <th scope="col">{titles.right}</th>
              </tr>
            </thead>
            <tbody>
              {drawn.map((fact) => (
                <FactRow key={fact.name} fact={fact} open={open} />
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  );
}

function FactRow({ fact, open }: { readonly fact: ComparedFact; readonly open: FactTableProps['open'] }) {
  const { name, text, entries, differs } = fact;
  return (
    <tr data-differs={differs} tabIndex={differs ? -1 : undefined}>
      <th scope="row">
        {differs && <Icon name="warn" />} {name} <EntryLinks entries={entries} open={open} />
      </th>
      {(['left', 'right'] as const).map((side) => (
        <td key={side}>
          {text[side] === undefined ? (
            <span class={css.hint}>none</span>
          ) : (
            <code>
              <LongText text={text[side]} limit={400} />
            </code>
          )}
        </td>
      ))}
    </tr>
  );
}
