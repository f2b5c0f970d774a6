import type { ComponentChildren } from 'preact';
import { Button } from '../kit/Button.tsx';
import { Icon } from '../kit/Icon.tsx';
import css from './LogPanel.module.css';

interface HiddenNoteProps {
  readonly children: ComponentChildren;
  readonly onShow: () => void;
}

/** Says what the filter hides, and shows it on request. */
export function HiddenNote({ children, onShow }: HiddenNoteProps) {
  return (
    <p class={css.hidden} role="status">
      <Icon name="warn" />
      <span>{children}</span>
      <Button label="Show it" onPress={onShow} />
    </p>
  );
}
