import { BaseUrlField } from './BaseUrlField.tsx';
import { ChoiceField } from './ChoiceField.tsx';
import { EmailField } from './EmailField.tsx';
import { problemOf, type SettingFieldsProps } from './fieldProps.ts';
import { SessionEndpointField } from './SessionEndpointField.tsx';
import css from './Setup.module.css';
import { TextField } from './TextField.tsx';

interface CredentialFieldsProps extends SettingFieldsProps {
  readonly simulated: boolean;
  readonly pastedToken: string;
  readonly onToken: (value: string) => void;
}

/** Where the session is, and how it gets its credentials. */
export function CredentialFields({
  settings,
  problems,
  set,
  simulated,
  pastedToken,
  onToken,
}: CredentialFieldsProps) {
  const backend = settings.route === 'backend';
  return (
    <fieldset class={css.group}>
      <legend>Where, and with what</legend>
      <ChoiceField
        id="setup-route"
        label="Route to credentials"
        value={settings.route}
        choices={[
          ['rest', 'REST, as a backend does'],
          ['backend', 'Your session endpoint, as the SDK does'],
        ]}
        problem={problemOf(problems, 'route')}
        onChange={(route) => set('route', route)}
      />
      {backend && <SessionEndpointField settings={settings} problems={problems} set={set} />}
      <BaseUrlField settings={settings} problems={problems} set={set} />
      {!backend && <EmailField settings={settings} problems={problems} set={set} />}
      <TextField
        id="setup-token"
        kind="password"
        label={simulated ? 'Use this token instead' : 'Ephemeral token'}
        hint="Kept in memory only, never shown, logged or put into a URL. Never an API key: that stays on your server."
        value={pastedToken}
        problem={problemOf(problems, 'token', 'pastedToken')}
        onChange={onToken}
      />
    </fieldset>
  );
}
