import { problemOf, type SettingFieldsProps } from './fieldProps.ts';
import { TextField } from './TextField.tsx';

/** The developer’s own endpoint, which the client SDK calls. */
export function SessionEndpointField({ settings, problems, set }: SettingFieldsProps) {
  return (
    <TextField
      id="setup-sessionEndpoint"
      kind="url"
      label="Session endpoint"
      hint="Absolute URL of your own endpoint; it answers ephemeralToken and iceServers."
      value={settings.sessionEndpoint}
      problem={problemOf(problems, 'sessionEndpoint')}
      onChange={(value) => set('sessionEndpoint', value)}
    />
  );
}
