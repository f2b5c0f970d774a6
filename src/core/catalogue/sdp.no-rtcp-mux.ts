import type { CatalogueEntry } from './entry.ts';
import { brokenText, refusedAnswer } from './sdpFault.ts';

export const sdpNoRtcpMux = {
  code: 'sdp.no-rtcp-mux',
  origin: 'debugger',
  title: 'The answer wants RTCP on a port of its own',
  cause: 'Browsers send RTP and RTCP over one port (RFC 8858) and refuse an answer without a=rtcp-mux.',
  remedy: 'Let the far end answer with a=rtcp-mux.',
  surfaces: [{ step: 'connection', statuses: ['none'] }],
  variants: {
    absent: {
      title: 'The answer has no a=rtcp-mux line',
      actor: 'far-end',
      specificity: 80,
      recognise: refusedAnswer({
        rules: ['rtcp-mux'],
        words: /rtcp-?mux/i,
        unless: brokenText,
        specificity: 80,
        cause: 'A media section of the answer lacks a=rtcp-mux.',
        remedy:
          'Report the answer with the correlation id of the call; a gateway that speaks old SIP often leaves it out.',
      }),
    },
  },
} as const satisfies CatalogueEntry;
