import { howItEnded, proofOf } from './connection.ts';
import type { CatalogueEntry } from './entry.ts';
import { linted, refusedAnswer } from './sdpFault.ts';

const remedy =
  'Pass answer.sdp on as it is: no trim(), no template that eats the last line end. Or add “\\r\\n” before setRemoteDescription.';

export const sdpNoFinalCrlf = {
  code: 'sdp.no-final-crlf',
  origin: 'debugger',
  title: 'The last line of the answer has no line end',
  cause:
    'Each line of SDP ends with CRLF, the last one too. Somebody trimmed the text. Chromium refuses it with a misleading “Invalid SDP line”; Firefox takes it, so this fails for a part of the users only.',
  remedy: 'Do not trim the answer; or add the last “\\r\\n” again before setRemoteDescription.',
  surfaces: [{ step: 'connection', statuses: ['none'] }],
  variants: {
    trimmed: {
      title: 'The answer was trimmed',
      actor: 'orga',
      specificity: 84,
      adviceOf: ['connected'],
      recognise: (evidence) => {
        if (evidence.phase === 'connected') {
          const found = linted(evidence, 'no-final-crlf');
          return found === undefined
            ? undefined
            : {
                certainty: 'proved',
                cause:
                  'The last line of the answer has no line end. This browser took it all the same; Chromium refuses such an answer.',
                remedy,
                evidence: [
                  ...proofOf(evidence.connection.answer?.entry, 'the answer ends without CRLF'),
                  howItEnded(evidence),
                ],
              };
        }
        return refused(evidence);
      },
    },
  },
} as const satisfies CatalogueEntry;

const refused = refusedAnswer({
  rules: ['no-final-crlf'],
  unless: ['not-sdp', 'escaped-crlf', 'truncated'],
  words: /Invalid SDP line/i,
  needsLint: true,
  specificity: 79.5,
  cause: 'The last line of the answer has no line end, so the browser does not take it for a line.',
  remedy,
  ruledOut: [
    { code: 'sdp.truncated', variant: 'cut', because: 'all sections are there, and the last line is whole' },
  ],
});
