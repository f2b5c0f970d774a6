import { howItEnded, proofOf } from './connection.ts';
import type { CatalogueEntry } from './entry.ts';
import { brokenText, lineInWords, linted, refusedAnswer } from './sdpFault.ts';

export const sdpCodec = {
  code: 'sdp.codec',
  origin: 'debugger',
  title: 'Both sides have no codec in common',
  cause:
    'The answer’s audio section names no codec that the offer has. Chromium accepts it without a word: everything connects, and nothing is ever heard. Firefox refuses it.',
  remedy: 'Let the far end choose among the offer’s codecs; Opus is in every browser’s offer.',
  surfaces: [{ step: 'connection', statuses: ['none'] }],
  variants: {
    'none-common': {
      title: 'The answer has no audio codec of the offer',
      actor: 'far-end',
      specificity: 80,
      of: ['connected', 'failed'],
      recognise: (evidence) => {
        if (evidence.phase === 'failed') return refused(evidence);
        const found = linted(evidence, 'no-common-codec');
        if (found === undefined || found.severity === 'info') return undefined;
        const { answer } = evidence.connection;
        return {
          certainty: 'proved',
          cause: `${found.cause} The browser took the answer all the same: ICE, DTLS and the data channel work, sound cannot.`,
          remedy:
            'Report the answer with the correlation id of the call. If you reorder or filter codecs in the offer, leave Opus in.',
          evidence: [...proofOf(answer?.entry, lineInWords(found)), howItEnded(evidence)],
          causedBy: { step: 'call', entry: answer?.entry ?? evidence.failing.id },
          ruledOut: [
            {
              code: 'media.noframes',
              variant: 'received',
              because: 'no codec was agreed on, so no packet could come in the first place',
            },
            {
              code: 'sdp.dir',
              variant: 'inactive',
              because: 'the direction of the section is not what is wrong',
            },
          ],
        };
      },
    },
  },
} as const satisfies CatalogueEntry;

const refused = refusedAnswer({
  rules: ['no-common-codec'],
  unless: brokenText,
  words: /no codecs in common/i,
  needsLint: true,
  specificity: 80,
  cause:
    'The answer’s audio section names no codec that the offer has, and this browser refuses such an answer.',
  remedy:
    'Report the answer with the correlation id of the call. If you reorder or filter codecs in the offer, leave Opus in.',
});
