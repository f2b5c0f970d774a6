import { culprit, refusal, refusedConfiguration } from './configuration.ts';
import type { CatalogueEntry } from './entry.ts';

export const cfgPortBlocked = {
  code: 'cfg.port-blocked',
  origin: 'debugger',
  title: 'The browser forbids an ICE server’s port',
  cause:
    'Browsers keep a list of ports of other services (mail, discard, …) that pages may not talk to. Firefox refuses a TURN server on one of them with a SyntaxError; Chromium takes it and then silently never asks it.',
  remedy: 'Run TURN on 3478, 5349, 443 or any port above 1023 that is on no such list.',
  surfaces: [{ step: 'offer', statuses: ['none'] }],
  variants: {
    firefox: {
      title: 'A TURN server’s port is on Firefox’s list of forbidden ports',
      actor: 'orga',
      specificity: 88,
      recognise: (evidence) => {
        const error = refusedConfiguration(evidence);
        if (error === undefined || !/uses a port that is blocked/i.test(error.message)) return undefined;
        return refusal(evidence, error, {
          because: 'its port belongs to another kind of service, so Firefox does not let a page use it.',
          remedy:
            'Move the TURN server to 3478, 443 or 5349. In Chromium the same list fails silently: no event, no candidate.',
          url: culprit(evidence, error, (url) => error.message.includes(url)),
        });
      },
    },
  },
} as const satisfies CatalogueEntry;
