import { backendCommand } from '../../core/session/relayFacts.ts';
import { CheckField } from './CheckField.tsx';
import { ChoiceField } from './ChoiceField.tsx';
import { problemOf } from './fieldProps.ts';
import type { LiveFieldsProps } from './LiveFields.tsx';
import { RelayHint } from './RelayHint.tsx';
import { SessionEndpointField } from './SessionEndpointField.tsx';
import { TextField } from './TextField.tsx';

/** The way the client SDK goes: the developer's own session endpoint, asked as it wants to be asked. */
export function LiveBackendFields(props: LiveFieldsProps) {
  const { settings, problems, set, relay, secretHeaders, onSecretHeaders } = props;
  const relayed = typeof relay === 'object' ? relay.backend : undefined;
  return (
    <>
      <SessionEndpointField {...props} />
      {relayed === undefined ? (
        <RelayHint
          why="If your backend sends no CORS headers, or wants a cookie, let this machine relay it:"
          command={backendCommand(settings.sessionEndpoint)}
        />
      ) : (
        <CheckField
          id="setup-relay"
          label="Through the relay on this machine"
          hint={`It goes to ${relayed}, with the headers that it was started with. CORS has no say there.`}
          checked={settings.relay}
          onChange={(value) => set('relay', value)}
        />
      )}
      <ChoiceField
        id="setup-sessionMethod"
        label="Method"
        value={settings.sessionMethod}
        choices={[
          ['GET', 'GET, as the SDK does'],
          ['POST', 'POST'],
          ['PUT', 'PUT'],
        ]}
        problem={problemOf(problems, 'sessionMethod')}
        onChange={(value) => set('sessionMethod', value)}
      />
      <TextField
        id="setup-sessionHeaders"
        label="Headers"
        hint="One a line, such as x-app: demo. Nothing secret: these are remembered."
        long
        value={settings.sessionHeaders}
        problem={problemOf(problems, 'sessionHeaders')}
        onChange={(value) => set('sessionHeaders', value)}
      />
      <TextField
        id="setup-secretHeaders"
        label="Secret headers"
        hint="One a line, such as authorization: Bearer …. Kept in memory only, never logged or put into a URL."
        long
        value={secretHeaders}
        problem={problemOf(problems, 'secretHeaders')}
        onChange={onSecretHeaders}
      />
      <TextField
        id="setup-sessionBody"
        label="Body"
        hint="Sent as it stands, with a POST or PUT."
        long
        value={settings.sessionBody}
        problem={problemOf(problems, 'sessionBody')}
        onChange={(value) => set('sessionBody', value)}
      />
      <ChoiceField
        id="setup-sessionCredentials"
        label="Cookies"
        hint="Of this browser, for your backend’s site. The relay sends none but its own."
        value={settings.sessionCredentials}
        choices={[
          ['omit', 'omit: none'],
          ['same-origin', 'same-origin: to this origin only'],
          ['include', 'include: also across origins'],
        ]}
        problem={problemOf(problems, 'sessionCredentials')}
        onChange={(value) => set('sessionCredentials', value)}
      />
    </>
  );
}
