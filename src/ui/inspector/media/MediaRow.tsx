import type { ComponentChildren } from 'preact';
import type { LogEntryOf } from '../../../core/session/log.ts';
import { EntryLink } from '../../kit/EntryLink.tsx';
import { Icon, type IconName } from '../../kit/Icon.tsx';
import css from './Media.module.css';

interface MediaRowProps {
  readonly icon: IconName;
  readonly label: string;
  readonly on: boolean;
  readonly disabled: boolean;
  /** how it stands, in a sentence */
  readonly state: string;
  readonly entry: LogEntryOf<'media'> | undefined;
  readonly onSelect: (id: string) => void;
  readonly onToggle: () => void;
  readonly children?: ComponentChildren;
}

/** A switch, how it stands, and the browser's own words where something failed. */
export function MediaRow(props: MediaRowProps) {
  const { icon, label, on, disabled, state, entry, onSelect, onToggle, children } = props;
  const error = entry?.event === 'refused' || entry?.event === 'blocked' ? entry.error : undefined;
  return (
    <li class={css.device}>
      <button
        type="button"
        role="switch"
        class={css.switch}
        aria-checked={on}
        aria-disabled={disabled ? true : undefined}
        onClick={() => {
          if (!disabled) onToggle();
        }}
      >
        <Icon name={icon} />
        <span>{label}</span>
        <span class={css.knob} aria-hidden="true" />
      </button>
      <div class={css.state}>
        <p role="status">{state}</p>
        {entry !== undefined && error !== undefined && (
          <p>
            <EntryLink
              id={entry.id}
              text={`${error.name}${error.message === '' ? '' : `: ${error.message}`}`}
              onSelect={onSelect}
            />
          </p>
        )}
        {children}
      </div>
    </li>
  );
}
