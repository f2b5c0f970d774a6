import { problemOf, type SettingFieldsProps } from './fieldProps.ts';
import { TextField } from './TextField.tsx';

/** Whom the token is for. */
export function EmailField({ settings, problems, set }: SettingFieldsProps) {
  return (
    <TextField
      id="setup-email"
      kind="email"
      label="User e-mail"
      hint="Sent as ?email=; left empty, none is sent."
      value={settings.email}
      problem={problemOf(problems, 'email')}
      onChange={(value) => set('email', value)}
    />
  );
}
