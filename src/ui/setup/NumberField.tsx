import { described, Field } from './Field.tsx';

interface NumberFieldProps {
  readonly id: string;
  readonly label: string;
  readonly value: number;
  readonly step?: number;
  readonly min?: number;
  readonly max?: number;
  readonly unit?: string;
  readonly hint?: string;
  readonly problem?: string | undefined;
  readonly onChange: (value: number) => void;
}

export function NumberField(props: NumberFieldProps) {
  const { id, label, value, step = 1, min, max, unit, hint, problem, onChange } = props;
  return (
    <Field id={id} label={unit === undefined ? label : `${label}, ${unit}`} hint={hint} problem={problem}>
      <input
        {...described(id, problem, hint)}
        type="number"
        step={step}
        min={min}
        max={max}
        value={Number.isFinite(value) ? value : ''}
        onInput={(event) => onChange(event.currentTarget.valueAsNumber)}
      />
    </Field>
  );
}
