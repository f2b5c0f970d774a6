import type { ComponentChildren } from 'preact';
import { Icon } from '../kit/Icon.tsx';
import css from './Setup.module.css';

interface FieldProps {
  /** of the control inside; the hint and the problem are `${id}-hint` and `${id}-problem` */
  readonly id: string;
  readonly label: string;
  readonly hint?: ComponentChildren;
  readonly problem?: string | undefined;
  /** the control stands before its label: a checkbox */
  readonly inline?: boolean;
  readonly children: ComponentChildren;
}

/** A label, its control, what it means, and what is wrong with it. */
export function Field({ id, label, hint, problem, inline = false, children }: FieldProps) {
  return (
    <div class={css.field} data-inline={inline}>
      <label for={id}>{label}</label>
      {children}
      {hint !== undefined && (
        <p class={css.hint} id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {problem !== undefined && (
        <p class={css.problem} id={`${id}-problem`}>
          <Icon name="cross" />
          {problem}
        </p>
      )}
    </div>
  );
}

/** What ties a control to its hint and its problem. */
export function described(id: string, problem: string | undefined, hint: unknown) {
  const ids = [hint === undefined ? '' : `${id}-hint`, problem === undefined ? '' : `${id}-problem`]
    .filter(Boolean)
    .join(' ');
  return { id, 'aria-invalid': problem !== undefined, 'aria-describedby': ids === '' ? undefined : ids };
}
