import { CheckField } from './CheckField.tsx';
import { problemOf, type SettingFieldsProps } from './fieldProps.ts';
import { NumberField } from './NumberField.tsx';
import css from './Setup.module.css';
import { TextField } from './TextField.tsx';

/** What the debugger does by itself, and what it reads. */
export function RecoveryFields({ settings, problems, set }: SettingFieldsProps) {
  return (
    <fieldset class={css.group}>
      <legend>Recovery and reading</legend>
      <NumberField
        id="setup-retries"
        label="Retries"
        hint="After a 5xx, a timeout or a network failure, with jittered exponential backoff."
        min={0}
        max={10}
        value={settings.retries}
        problem={problemOf(problems, 'retries')}
        onChange={(value) => set('retries', value)}
      />
      <CheckField
        id="setup-renewToken"
        label="Renew a refused token"
        hint="Fetch a new one and try once more."
        checked={settings.renewToken}
        onChange={(value) => set('renewToken', value)}
      />
      <CheckField
        id="setup-continueWithoutToken"
        label="Go on without a token"
        hint="Sends “Bearer undefined”, as the official SDKs do."
        checked={settings.continueWithoutToken}
        onChange={(value) => set('continueWithoutToken', value)}
      />
      <TextField
        id="setup-correlationHeaders"
        label="Correlation headers"
        hint="Response headers that may carry a correlation id, with commas between; the first that is there counts."
        long
        value={settings.correlationHeaders.join(', ')}
        problem={problemOf(problems, 'correlationHeaders')}
        onChange={(value) =>
          set(
            'correlationHeaders',
            value.split(/\s*,\s*|\s+/).filter((name) => name !== ''),
          )
        }
      />
    </fieldset>
  );
}
