import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { Button } from './Button.tsx';
import css from './Dialog.module.css';

interface DialogProps {
  readonly title: string;
  readonly wide?: boolean;
  readonly onClose: () => void;
  readonly children: ComponentChildren;
}

/** Open for as long as it is mounted. The browser keeps the focus inside and gives it back. */
export function Dialog({ title, wide = false, onClose, children }: DialogProps) {
  const ref = useRef<HTMLDialogElement>(null);

  useLayoutEffect(() => {
    const dialog = ref.current;
    dialog?.showModal();
    // Closing before removal is what returns the focus.
    return () => dialog?.close();
  }, []);

  return (
    // The backdrop is a convenience; Esc and the button close too
    <dialog
      ref={ref}
      class={css.dialog}
      data-wide={wide}
      aria-label={title}
      onCancel={onClose}
      onClick={(event) => {
        if (event.target === event.currentTarget) onClose();
      }}
    >
      <div class={css.frame}>
        <div class={css.header}>
          <h2>{title}</h2>
          <Button label="Close" icon="cross" look="quiet" iconOnly onPress={onClose} />
        </div>
        <div class={css.body}>{children}</div>
      </div>
    </dialog>
  );
}
