import { CheckField } from './CheckField.tsx';
import { problemOf } from './fieldProps.ts';
import type { LiveFieldsProps } from './LiveFields.tsx';
import { TextField } from './TextField.tsx';

/** A token that was got elsewhere. */
export function LiveTokenFields({ settings, problems, set, relay, pastedToken, onToken }: LiveFieldsProps) {
  return (
    <>
      <TextField
        id="setup-token"
        kind="password"
        label="Ephemeral token"
        hint="Kept in memory only, never shown, logged or put into a URL. Never an API key: that stays on your server."
        value={pastedToken}
        problem={problemOf(problems, 'token', 'pastedToken')}
        onChange={onToken}
      />
      <CheckField
        id="setup-fetchIceConfig"
        label="Fetch ICE config with it"
        hint="Otherwise the offer has no STUN or TURN server."
        checked={settings.fetchIceConfig}
        onChange={(value) => set('fetchIceConfig', value)}
      />
      <CheckField
        id="setup-relay"
        label="Through the relay on this machine"
        hint={
          typeof relay === 'object'
            ? `It goes to ${relay.upstream}. CORS has no say there.`
            : 'There is none: npm start serves this page with one.'
        }
        checked={settings.relay}
        onChange={(value) => set('relay', value)}
      />
    </>
  );
}
