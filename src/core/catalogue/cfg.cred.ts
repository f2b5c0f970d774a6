import { culprit, refusal, refusedConfiguration } from './configuration.ts';
import type { CatalogueEntry } from './entry.ts';

const isTurn = (url: string) => /^turns?:/i.test(url);

export const cfgCred = {
  code: 'cfg.cred',
  origin: 'debugger',
  title: 'A TURN server has no credentials',
  cause:
    'Every turn: and turns: server needs a username and a credential, and neither may be empty. Otherwise the browser throws an InvalidAccessError before anything is sent.',
  remedy: 'Hand out username and credential together with the TURN URL, as ice-config does.',
  surfaces: [{ step: 'offer', statuses: ['none'] }],
  variants: {
    absent: {
      title: 'A TURN server was handed out without credentials',
      actor: 'backend',
      specificity: 86,
      recognise: (evidence) => {
        const error = refusedConfiguration(evidence);
        if (error?.name !== 'InvalidAccessError' || /empty|too long|exceeds/i.test(error.message))
          return undefined;
        // Firefox says the same of both: the list tells them apart.
        if (hasEmpty(evidence.connection.iceServers?.servers)) return undefined;
        return refusal(evidence, error, {
          because: 'username or credential is absent.',
          remedy:
            'Look for where the list is copied or renamed: the members are spelt username and credential (not password, not credentials).',
          url: culprit(evidence, error, isTurn),
        });
      },
    },
    empty: {
      title: 'A TURN server was handed out with empty credentials',
      actor: 'backend',
      specificity: 87,
      recognise: (evidence) => {
        const error = refusedConfiguration(evidence);
        if (error?.name !== 'InvalidAccessError') return undefined;
        if (!/empty/i.test(error.message) && !hasEmpty(evidence.connection.iceServers?.servers))
          return undefined;
        return refusal(evidence, error, {
          because: 'username or credential is an empty text.',
          remedy: 'Look for an environment variable that is not set where the list is made.',
          url: culprit(evidence, error, isTurn),
        });
      },
    },
  },
} as const satisfies CatalogueEntry;

function hasEmpty(
  servers: readonly {
    readonly urls: readonly string[];
    readonly username?: string;
    readonly credential?: string;
  }[] = [],
): boolean {
  return servers.some(
    ({ urls, username, credential }) => urls.some(isTurn) && (username === '' || credential === ''),
  );
}
