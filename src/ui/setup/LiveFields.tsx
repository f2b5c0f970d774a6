import type { RelayFacts } from '../../core/session/relayFacts.ts';
import { BaseUrlField } from './BaseUrlField.tsx';
import { ChoiceField } from './ChoiceField.tsx';
import type { SettingFieldsProps } from './fieldProps.ts';
import { LiveBackendFields } from './LiveBackendFields.tsx';
import { LiveKeyFields } from './LiveKeyFields.tsx';
import { LiveTokenFields } from './LiveTokenFields.tsx';
import css from './Setup.module.css';

export interface LiveFieldsProps extends SettingFieldsProps {
  /** undefined while it is looked for */
  readonly relay: RelayFacts | 'absent' | undefined;
  readonly pastedToken: string;
  readonly secretHeaders: string;
  readonly onToken: (value: string) => void;
  readonly onSecretHeaders: (value: string) => void;
}

type WayIn = 'backend' | 'key' | 'token';

/** The three ways into a live session, by what somebody has. */
export function LiveFields(props: LiveFieldsProps) {
  const { settings, set } = props;
  const way: WayIn = settings.route === 'backend' ? 'backend' : settings.restWith;

  function choose(next: WayIn) {
    set('route', next === 'backend' ? 'backend' : 'rest');
    if (next !== 'backend') set('restWith', next);
  }

  return (
    <fieldset class={css.group}>
      <legend>Way in</legend>
      <ChoiceField
        id="setup-way"
        label="What you have"
        value={way}
        choices={[
          ['backend', 'My backend'],
          ['key', 'API key, through this machine'],
          ['token', 'I have a token'],
        ]}
        onChange={choose}
      />
      {way === 'backend' && <LiveBackendFields {...props} />}
      {way === 'key' && <LiveKeyFields {...props} />}
      {way === 'token' && <LiveTokenFields {...props} />}
      <BaseUrlField {...props} />
    </fieldset>
  );
}
