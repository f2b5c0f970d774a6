import type { ComponentChildren } from 'preact';
import css from './Facts.module.css';
import { LongText } from './LongText.tsx';

export type Fact = readonly [name: string, value: ComponentChildren];

/** Name and value pairs. A fact that is undefined is left out. */
export function Facts({
  facts,
  name: nameOf = (name) => name,
}: {
  readonly facts: readonly Fact[];
  /** how a name is shown, where not as it stands */
  readonly name?: (name: string) => ComponentChildren;
}) {
  return (
    <dl class={css.facts}>
      {facts
        .filter(([, value]) => value !== undefined && value !== '')
        .map(([name, value]) => (
          <div key={name}>
            <dt>{nameOf(name)}</dt>
            <dd>{typeof value === 'string' ? <LongText text={value} /> : value}</dd>
          </div>
        ))}
    </dl>
  );
}
