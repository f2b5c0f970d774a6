import type { CatalogueEntry } from './entry.ts';
import { brokenText, refusedAnswer } from './sdpFault.ts';

export const sdpNoUfrag = {
  code: 'sdp.no-ufrag',
  origin: 'debugger',
  title: 'The answer has no ICE user name or password',
  cause:
    'Connection checks are signed with a=ice-ufrag and a=ice-pwd (RFC 8839). An answer without them cannot be checked against.',
  remedy: 'Let the far end send both lines.',
  surfaces: [{ step: 'connection', statuses: ['none'] }],
  variants: {
    absent: {
      title: 'The answer has no a=ice-ufrag or a=ice-pwd line',
      actor: 'far-end',
      specificity: 80,
      recognise: refusedAnswer({
        rules: ['ice-ufrag', 'ice-pwd'],
        words: /without ice-ufrag|no ice-(?:ufrag|pwd) attribute/i,
        unless: brokenText,
        specificity: 80,
        cause: 'a=ice-ufrag or a=ice-pwd is absent from the answer.',
        remedy:
          'Report the answer with the correlation id of the call; a redaction or a filter on the way may have taken the lines out.',
        ruledOut: [
          {
            code: 'ice.badpwd',
            variant: 'password',
            because: 'there is no user name or password to be wrong',
          },
        ],
      }),
    },
  },
} as const satisfies CatalogueEntry;
