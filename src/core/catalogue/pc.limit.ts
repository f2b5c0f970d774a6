import { connectionFailure, howItEnded } from './connection.ts';
import type { CatalogueEntry } from './entry.ts';

export const pcLimit = {
  code: 'pc.limit',
  origin: 'debugger',
  title: 'The browser makes no further peer connection',
  cause:
    'Browsers limit how many peer connections a page may hold (Chromium: 500). They count until close() was called and memory was collected, so a page that forgets to close them runs into it.',
  remedy: 'Call close() on every peer connection when its session ends; reload the page for now.',
  surfaces: [{ step: 'offer', statuses: ['none'] }],
  variants: {
    'too-many': {
      title: 'Too many peer connections were left open',
      actor: 'browser',
      specificity: 90,
      recognise: (evidence) => {
        const failure = connectionFailure(evidence);
        const refused = failure?.reason === 'limit' || failure?.reason === 'configuration';
        if (
          !refused ||
          (failure.reason !== 'limit' && !/so many PeerConnections/i.test(failure.error.message))
        )
          return undefined;
        return {
          certainty: 'proved',
          cause:
            'This page holds as many peer connections as the browser allows. Sessions that ended were not closed, or a loop makes new ones.',
          remedy:
            'Reload the page. Then call connection.close() in every way that a session can end, errors included, and make no connection before the old one is closed.',
          evidence: [howItEnded(evidence)],
          ruledOut: [
            {
              code: 'cfg.refused',
              variant: 'constructor',
              because: 'the browser names the number of connections, not the servers',
            },
          ],
        };
      },
    },
  },
} as const satisfies CatalogueEntry;
