import type { CatalogueEntry } from './entry.ts';
import { refusedAnswer } from './sdpFault.ts';

export const sdpEscapedCrlf = {
  code: 'sdp.escaped-crlf',
  origin: 'debugger',
  title: 'The answer’s line ends are spelt out',
  cause:
    'The text holds a backslash, an r, a backslash and an n where each line should end. It was made JSON twice and parsed once, or stored in escaped form.',
  remedy: 'Parse the JSON once more where it was written twice, or replace “\\\\r\\\\n” by real line ends.',
  surfaces: [{ step: 'connection', statuses: ['none'] }],
  variants: {
    escaped: {
      title: 'The answer has “\\r\\n” in letters',
      actor: 'orga',
      specificity: 88,
      recognise: refusedAnswer({
        rules: ['escaped-crlf'],
        words: /v=0\\+r\\+n/,
        specificity: 88,
        cause: 'The answer is a single line: its line ends are letters (a backslash, r, a backslash, n).',
        remedy:
          'Find where answer.sdp is put through JSON.stringify a second time (a proxy, a log, a database) and parse it there. If the reply of the call is already so, report it with the correlation id.',
        ruledOut: [
          { code: 'sdp.notsdp', variant: 'text', because: 'between the spelt-out line ends it is SDP' },
        ],
      }),
    },
  },
} as const satisfies CatalogueEntry;
