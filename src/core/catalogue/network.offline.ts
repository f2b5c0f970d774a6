import type { CatalogueEntry } from './entry.ts';
import { whatCameBack, whatWasSent } from './reply.ts';
import { isThisMachine, secondLook } from './secondLook.ts';

export const networkOffline = {
  code: 'network.offline',
  origin: 'debugger',
  title: 'The browser is offline',
  cause: 'The browser itself says that it has no network, so no request can leave this machine.',
  remedy: 'Connect this machine, or switch off the developer tools’ offline mode.',
  surfaces: [
    { step: 'token', statuses: ['none'] },
    { step: 'ice-config', route: 'rest', statuses: ['none'] },
    { step: 'call', statuses: ['none'] },
  ],
  variants: {
    browser: {
      title: 'This browser is offline',
      actor: 'network',
      specificity: 91,
      recognise: (evidence) => {
        const look = secondLook(evidence);
        if (look === undefined || look.probe.online || look.probe.result !== 'failed') return undefined;
        const local = isThisMachine(look.exchange.host);
        return {
          certainty: local ? 'likely' : 'proved',
          cause: `The browser reports that it is offline, and ${look.exchange.host} did not answer a second request either.${local ? ' This machine is reached without a network too, unless the developer tools’ offline mode is on.' : ''}`,
          remedy:
            'Connect this machine to the network, or switch off offline mode in the developer tools (Network panel); then run again.',
          evidence: [
            ...whatWasSent(evidence, 'the request that got no response'),
            look.proof,
            whatCameBack(evidence),
          ],
          ruledOut: [
            {
              code: 'network.cors',
              variant: 'no-headers',
              because: 'a request in which CORS has no say failed too',
            },
          ],
          action: 'retry-with-backoff',
        };
      },
    },
  },
} as const satisfies CatalogueEntry;
