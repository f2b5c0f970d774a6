import { described, Field } from './Field.tsx';

interface TextFieldProps {
  readonly id: string;
  readonly label: string;
  readonly value: string;
  readonly hint?: string;
  readonly problem?: string | undefined;
  readonly kind?: 'text' | 'url' | 'email' | 'password';
  readonly long?: boolean;
  readonly onChange: (value: string) => void;
}

export function TextField(props: TextFieldProps) {
  const { id, label, value, hint, problem, kind = 'text', long = false, onChange } = props;
  const shared = {
    ...described(id, problem, hint),
    value,
    spellcheck: false,
    autocomplete: 'off',
    onInput: (event: { readonly currentTarget: { readonly value: string } }) =>
      onChange(event.currentTarget.value),
  } as const;
  return (
    <Field id={id} label={label} hint={hint} problem={problem}>
      {long ? (
        <textarea {...shared} rows={3} />
      ) : kind === 'password' ? (
        <input {...shared} type="password" />
      ) : (
        // `inputmode` rather than `type`: the browser must not refuse or change what somebody wants to try.
        <input {...shared} type="text" inputmode={kind} />
      )}
    </Field>
  );
}
