import type { CatalogueEntry } from './entry.ts';
import { brokenText, refusedAnswer } from './sdpFault.ts';

export const sdpNoFp = {
  code: 'sdp.no-fp',
  origin: 'debugger',
  title: 'The answer has no certificate fingerprint',
  cause:
    'WebRTC is always encrypted: a=fingerprint tells which certificate the far end will show (RFC 8122). Without it no browser connects.',
  remedy: 'Let the far end announce its certificate’s fingerprint.',
  surfaces: [{ step: 'connection', statuses: ['none'] }],
  variants: {
    absent: {
      title: 'The answer has no a=fingerprint line',
      actor: 'far-end',
      specificity: 80,
      recognise: refusedAnswer({
        rules: ['fingerprint'],
        words: /without DTLS fingerprint|no fingerprint attribute/i,
        unless: brokenText,
        specificity: 80,
        cause: 'No a=fingerprint line stands in the answer.',
        remedy:
          'Report the answer with the correlation id of the call; look for something on the way that filters SDP lines.',
        ruledOut: [
          {
            code: 'dtls.fingerprint',
            variant: 'mismatch',
            because: 'there is no fingerprint to differ from',
          },
        ],
      }),
    },
  },
} as const satisfies CatalogueEntry;
