import css from './Button.module.css';
import { Icon, type IconName } from './Icon.tsx';

interface ButtonProps {
  readonly label: string;
  readonly onPress: () => void;
  readonly icon?: IconName;
  readonly look?: 'plain' | 'primary' | 'quiet';
  /** show the icon only; the label stays its accessible name and becomes its tooltip */
  readonly iconOnly?: boolean;
  readonly disabled?: boolean;
  readonly pressed?: boolean;
  readonly expanded?: boolean;
  readonly controls?: string;
  readonly title?: string;
  /** `aria-keyshortcuts` */
  readonly keys?: string;
  readonly tabIndex?: number;
}

/** `aria-disabled` rather than `disabled`: a button that switches itself off must not lose the focus. */
export function Button(props: ButtonProps) {
  const { label, icon, iconOnly = false, disabled = false, look = 'plain' } = props;
  return (
    <button
      type="button"
      class={css.button}
      data-look={look}
      data-icon-only={iconOnly}
      aria-label={iconOnly ? label : undefined}
      title={props.title ?? (iconOnly ? label : undefined)}
      aria-disabled={disabled ? true : undefined}
      aria-pressed={props.pressed}
      aria-expanded={props.expanded}
      aria-controls={props.controls}
      aria-keyshortcuts={props.keys}
      tabIndex={props.tabIndex}
      onClick={() => {
        if (!disabled) props.onPress();
      }}
    >
      {icon && <Icon name={icon} />}
      {iconOnly ? undefined : <span>{label}</span>}
    </button>
  );
}
