import type { CatalogueEntry } from './entry.ts';
import { refusedAnswer } from './sdpFault.ts';

export const sdpTruncated = {
  code: 'sdp.truncated',
  origin: 'debugger',
  title: 'The answer was cut off',
  cause:
    'The answer begins as SDP and ends before its time: a section that the offer has is missing, or the last line stops in the middle. Something between the service and the page kept only a part.',
  remedy: 'Look for a limit on body sizes, a stream that was closed early, or a field that cuts long texts.',
  surfaces: [{ step: 'connection', statuses: ['none'] }],
  variants: {
    cut: {
      title: 'The answer ends in the middle',
      actor: 'orga',
      specificity: 87,
      recognise: refusedAnswer({
        rules: ['truncated'],
        unless: ['not-sdp', 'escaped-crlf'],
        specificity: 87,
        cause: 'The answer stops before it is complete.',
        remedy:
          'Compare the length of answer.sdp in the reply with what reaches setRemoteDescription; a proxy, a body limit or a database column may cut it. If the reply itself is short, report it with the correlation id of the call.',
        ruledOut: [
          {
            code: 'sdp.no-final-crlf',
            variant: 'trimmed',
            because: 'more is missing than the last line end',
          },
          { code: 'sdp.mline', variant: 'count', because: 'the missing sections were cut off, not left out' },
        ],
      }),
    },
  },
} as const satisfies CatalogueEntry;
