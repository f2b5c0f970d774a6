import type { CatalogueEntry } from './entry.ts';
import { brokenText, refusedAnswer } from './sdpFault.ts';

export const sdpSetup = {
  code: 'sdp.setup',
  origin: 'debugger',
  title: 'The answer leaves open who begins the DTLS handshake',
  cause:
    'The offer says actpass: you choose. The answer must choose active or passive (RFC 8842); one that says actpass again was copied from an offer.',
  remedy: 'Let the far end answer with a=setup:active (or passive).',
  surfaces: [{ step: 'connection', statuses: ['none'] }],
  variants: {
    actpass: {
      title: 'The answer has a=setup:actpass',
      actor: 'far-end',
      specificity: 80,
      recognise: refusedAnswer({
        rules: ['setup'],
        words: /Answerer must use either active or passive|illegal setup attribute/i,
        unless: brokenText,
        specificity: 80,
        cause: 'The answer does not choose a DTLS role: it must say active or passive.',
        remedy:
          'Report the answer with the correlation id of the call; if you answer yourself, set a=setup:active.',
        ruledOut: [
          {
            code: 'dtls.fingerprint',
            variant: 'mismatch',
            because: 'the answer was refused before any handshake',
          },
        ],
      }),
    },
  },
} as const satisfies CatalogueEntry;
