import type { Switches } from '../../core/session/switches.ts';
import { CheckField } from './CheckField.tsx';
import { ChoiceField } from './ChoiceField.tsx';
import { NumberField } from './NumberField.tsx';
import css from './Setup.module.css';

interface SwitchFieldsProps {
  readonly switches: Switches;
  readonly set: <K extends keyof Switches>(key: K, value: Switches[K]) => void;
}

/** What is only inferred of the service, as switches of the simulated one. */
export function SwitchFields({ switches, set }: SwitchFieldsProps) {
  const missing = switches.missingAuthorization === 401 ? '401' : '403';
  return (
    <fieldset class={css.group}>
      <legend>The simulated service</legend>
      <ChoiceField
        id="setup-missingAuthorization"
        label="Without an Authorization header it answers"
        value={missing}
        choices={[
          ['403', '403, as documented'],
          ['401', '401, as newer FastAPI does'],
        ]}
        onChange={(value) => set('missingAuthorization', value === '401' ? 401 : 403)}
      />
      <ChoiceField
        id="setup-tokenSpentBy"
        label="A token is spent by"
        value={switches.tokenSpentBy}
        choices={[
          ['call', 'the first successful call'],
          ['ice-config', 'ice-config already'],
        ]}
        onChange={(value) => set('tokenSpentBy', value)}
      />
      <CheckField
        id="setup-paramsRequired"
        label="The call must carry params"
        checked={switches.paramsRequired}
        onChange={(value) => set('paramsRequired', value)}
      />
      <CheckField
        id="setup-emailRequired"
        label="client-secrets must carry an e-mail"
        checked={switches.emailRequired}
        onChange={(value) => set('emailRequired', value)}
      />
      <CheckField
        id="setup-exposeRequestId"
        label="x-request-id can be read across origins"
        checked={switches.exposeRequestId}
        onChange={(value) => set('exposeRequestId', value)}
      />
      <NumberField
        id="setup-tokenLifetime"
        label="Lifetime of a token"
        unit="s"
        min={0}
        value={switches.tokenLifetime}
        onChange={(value) => set('tokenLifetime', value)}
      />
      <NumberField
        id="setup-latency"
        label="Time to answer"
        unit="ms"
        min={0}
        value={switches.latency}
        onChange={(value) => set('latency', value)}
      />
    </fieldset>
  );
}
