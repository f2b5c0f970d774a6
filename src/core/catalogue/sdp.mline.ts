import type { CatalogueEntry } from './entry.ts';
import { brokenText, refusedAnswer } from './sdpFault.ts';

const remedy =
  'Report the answer with the correlation id of the call. If something of yours rewrites SDP on the way, let it keep each m= section, their order and their a=mid.';

export const sdpMline = {
  code: 'sdp.mline',
  origin: 'debugger',
  title: 'The answer’s sections do not mirror the offer’s',
  cause:
    'An answer has exactly the m= sections of the offer, in the same order, with the same mid (RFC 3264, RFC 8829). One that is not wanted is answered with port 0, never left out.',
  remedy: 'Let whoever makes the answer take its sections from the offer.',
  surfaces: [{ step: 'connection', statuses: ['none'] }],
  variants: {
    count: {
      title: 'The answer has another number of sections than the offer',
      actor: 'far-end',
      specificity: 80,
      recognise: refusedAnswer({
        rules: ['mline-count'],
        words: /number of m-lines|MID='[^']*' matching no m= section/i,
        unless: brokenText,
        specificity: 80,
        cause: 'The answer does not have the number of m= sections that the offer has.',
        remedy,
        ruledOut: [
          { code: 'sdp.truncated', variant: 'cut', because: 'what is there is whole and ends as it should' },
        ],
      }),
    },
    order: {
      title: 'The answer’s sections are in another order than the offer’s',
      actor: 'far-end',
      specificity: 79,
      recognise: refusedAnswer({
        rules: ['mline-order'],
        words: /order of m-lines|different media types at m-line/i,
        unless: [...brokenText, 'mline-count', 'mid'],
        specificity: 79,
        cause: 'The answer has the m= sections of the offer in another order.',
        remedy,
      }),
    },
    mid: {
      title: 'The answer names its sections differently from the offer',
      actor: 'far-end',
      specificity: 80.5,
      recognise: refusedAnswer({
        rules: ['mid'],
        words: /order of m-lines/i,
        needsLint: true,
        unless: [...brokenText, 'mline-count', 'mline-order'],
        specificity: 80.5,
        cause: 'A section of the answer has another a=mid than the offer gave it.',
        remedy,
        ruledOut: [
          {
            code: 'sdp.mline',
            variant: 'order',
            because: 'the kinds of media stand in the offer’s order; Chromium says “order” of both',
          },
        ],
      }),
    },
  },
} as const satisfies CatalogueEntry;
