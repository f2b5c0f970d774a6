import { described, Field } from './Field.tsx';

interface CheckFieldProps {
  readonly id: string;
  readonly label: string;
  readonly checked: boolean;
  readonly hint?: string;
  readonly onChange: (checked: boolean) => void;
}

export function CheckField({ id, label, checked, hint, onChange }: CheckFieldProps) {
  return (
    <Field id={id} label={label} hint={hint} inline>
      <input
        {...described(id, undefined, hint)}
        type="checkbox"
        checked={checked}
        onChange={(event) => onChange(event.currentTarget.checked)}
      />
    </Field>
  );
}
