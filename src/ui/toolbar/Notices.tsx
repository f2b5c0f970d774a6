import type { Notice } from '../../state/contracts.ts';
import { Button } from '../kit/Button.tsx';
import { Icon } from '../kit/Icon.tsx';
import css from './Notices.module.css';

interface NoticesProps {
  readonly notices: readonly Notice[];
  readonly onDismiss: (id: string) => void;
}

const icons = { info: 'info', warn: 'warn', error: 'cross' } as const;
const words = { info: 'Note', warn: 'Careful', error: 'Problem' } as const;

export function Notices({ notices, onDismiss }: NoticesProps) {
  if (notices.length === 0) return undefined;
  return (
    <section aria-label="Notices" class={css.list}>
      <ul>
        {notices.map(({ id, level, text, action }) => (
          <li key={id} class={css.notice} data-level={level}>
            <Icon name={icons[level]} />
            <p role={level === 'error' ? 'alert' : 'status'}>
              <strong>{words[level]}</strong> {text}
            </p>
            {action && <Button label={action.label} onPress={action.run} />}
            <Button label="Dismiss" icon="cross" look="quiet" iconOnly onPress={() => onDismiss(id)} />
          </li>
        ))}
      </ul>
    </section>
  );
}
