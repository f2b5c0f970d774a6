import css from './Inspector.module.css';

interface TableProps {
  readonly caption: string;
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
  /** what an empty table says */
  readonly none: string;
}

export function Table({ caption, head, rows, none }: TableProps) {
  return (
    // biome-ignore lint/a11y: what scrolls must be reachable by keyboard
    <div class={css.scroll} tabIndex={0} role="region" aria-label={caption}>
      <table class={css.table}>
        <caption class={css.label}>{caption}</caption>
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
          {rows.map((row, index) => (
            <tr key={index}>
              {row.map((cell, column) => (
                <td key={head[column]}>{cell}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
