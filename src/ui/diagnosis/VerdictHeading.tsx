import type { ComponentChildren } from 'preact';
import { Icon, type IconName } from '../kit/Icon.tsx';
import css from './Verdict.module.css';

interface VerdictHeadingProps {
  readonly icon: IconName;
  readonly tone: 'ok' | 'warn' | 'error' | 'quiet' | 'busy';
  readonly title: string;
  /** beside the title: identifiers, certainty */
  readonly children?: ComponentChildren;
}

export function VerdictHeading({ icon, tone, title, children }: VerdictHeadingProps) {
  return (
    <header class={css.heading} data-tone={tone}>
      <Icon name={icon} />
      <h2>{title}</h2>
      {children !== undefined && <div class={css.beside}>{children}</div>}
    </header>
  );
}
