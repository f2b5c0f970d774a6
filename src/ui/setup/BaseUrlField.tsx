import { problemOf, type SettingFieldsProps } from './fieldProps.ts';
import { TextField } from './TextField.tsx';

/** Where the API is. */
export function BaseUrlField({ settings, problems, set }: SettingFieldsProps) {
  return (
    <TextField
      id="setup-baseUrl"
      kind="url"
      label="Base URL of the API"
      hint="Without /v1/realtime."
      value={settings.baseUrl}
      problem={problemOf(problems, 'baseUrl')}
      onChange={(value) => set('baseUrl', value)}
    />
  );
}
