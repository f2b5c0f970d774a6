import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import type { GlossaryTerm } from '../../core/glossary.ts';
import { Button } from '../kit/Button.tsx';
import { LongText } from '../kit/LongText.tsx';
import { Term } from '../kit/Term.tsx';
import css from './Inspector.module.css';

export interface TableRow {
  readonly cells: readonly ComponentChildren[];
  /** colours the row's edge; the words in it say the same */
  readonly tone?: 'ok' | 'warn' | 'error' | 'quiet';
}

interface TableProps {
  readonly caption: string;
  /** what the caption takes for granted */
  readonly terms?: readonly GlossaryTerm[];
  readonly head: readonly string[];
  readonly rows: readonly TableRow[];
  /** what an empty table says */
  readonly none: string;
}

/** So many rows are drawn until somebody asks for all. */
const most = 100;

export function Table({ caption, terms = [], head, rows, none }: TableProps) {
  const [all, setAll] = useState(false);
  const drawn = all ? rows : rows.slice(0, most);
  return (
    // What scrolls must be reachable by keyboard
    <div class={css.scroll} tabIndex={0} role="region" aria-label={caption}>
      <table class={css.table}>
        <caption class={css.label}>
          {caption}
          {terms.map((term) => (
            <Term key={term} term={term} />
          ))}
        </caption>
        {rows.length > 0 && (
          <thead>
            <tr>
              {head.map((name) => (
                <th key={name} scope="col">
                  {name}
                </th>
              ))}
            </tr>
          </thead>
        )}
        <tbody>
          {rows.length === 0 && (
            <tr>
              <td class={css.note}>{none}</td>
            </tr>
          )}
          {drawn.map(({ cells, tone }, index) => (
            <tr key={index} data-tone={tone}>
              {cells.map((cell, column) => (
                <td key={head[column]}>{typeof cell === 'string' ? <LongText text={cell} /> : cell}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {drawn.length < rows.length && (
        <Button
          label={`Show all ${rows.length.toLocaleString('en')} rows`}
          look="quiet"
          onPress={() => setAll(true)}
        />
      )}
    </div>
  );
}
