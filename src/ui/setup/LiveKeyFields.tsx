import { keyCommand } from '../../core/session/relayFacts.ts';
import { EmailField } from './EmailField.tsx';
import type { LiveFieldsProps } from './LiveFields.tsx';
import { RelayHint } from './RelayHint.tsx';
import css from './Setup.module.css';

/** The key stays in the process that serves this page. */
export function LiveKeyFields({ settings, problems, set, relay }: LiveFieldsProps) {
  return (
    <>
      {typeof relay === 'object' && relay.apiKey ? (
        <p class={css.hint} data-part="key-held">
          The relay on this machine holds an API key, and sends it to {relay.upstream} only. This page never
          sees it.
        </p>
      ) : (
        <RelayHint
          why={
            relay === undefined
              ? 'Looking for the relay on this machine …'
              : relay === 'absent'
                ? 'No relay serves this page. A page must never hold an API key: give it to a process on your machine, and open the address that it prints:'
                : 'The relay on this machine was started without a key. Start it with one:'
          }
          command={keyCommand}
        />
      )}
      <EmailField settings={settings} problems={problems} set={set} />
    </>
  );
}
