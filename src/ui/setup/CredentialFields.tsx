import { ChoiceField } from './ChoiceField.tsx';
import { problemOf, type SettingFieldsProps } from './fieldProps.ts';
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
      {backend && (
        <TextField
          id="setup-sessionEndpoint"
          kind="url"
          label="Session endpoint"
          hint="Absolute URL of your own endpoint; it answers ephemeralToken and iceServers."
          value={settings.sessionEndpoint}
          problem={problemOf(problems, 'sessionEndpoint')}
          onChange={(value) => set('sessionEndpoint', value)}
        />
      )}
      <TextField
        id="setup-baseUrl"
        kind="url"
        label="Base URL of the API"
        hint="Without /v1/realtime."
        value={settings.baseUrl}
        problem={problemOf(problems, 'baseUrl')}
        onChange={(value) => set('baseUrl', value)}
      />
      {!backend && (
        <TextField
          id="setup-email"
          kind="email"
          label="User e-mail"
          hint="Sent as ?email=; left empty, none is sent."
          value={settings.email}
          problem={problemOf(problems, 'email')}
          onChange={(value) => set('email', value)}
        />
      )}
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
