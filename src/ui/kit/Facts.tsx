import type { ComponentChildren } from 'preact';
import css from './Facts.module.css';

export type Fact = readonly [name: string, value: ComponentChildren];

/** Name and value pairs. A fact that is undefined is left out. */
export function Facts({ facts }: { readonly facts: readonly Fact[] }) {
  return (
    <dl class={css.facts}>
      {facts
        .filter(([, value]) => value !== undefined && value !== '')
        .map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
    </dl>
  );
}
