import { connectionFailure, howItEnded } from './connection.ts';
import type { CatalogueEntry } from './entry.ts';
import { quoted } from './reply.ts';

export const sigType = {
  code: 'sig.type',
  origin: 'debugger',
  title: 'The type of the session description does not exist',
  cause: 'A description’s type is offer, pranswer, answer or rollback; any other word is a TypeError.',
  remedy: 'Let answer.type be “answer”.',
  surfaces: [{ step: 'connection', statuses: ['none'] }],
  variants: {
    misspelt: {
      title: 'The answer’s type is no word that browsers know',
      actor: 'orga',
      specificity: 90,
      recognise: (evidence) => {
        const failure = connectionFailure(evidence);
        if (failure?.reason !== 'sdp' || failure.operation !== 'setRemoteDescription') return undefined;
        const { name, message } = failure.error;
        if (name !== 'TypeError' || !/enum|RTCSdpType/i.test(message)) return undefined;
        const [, word] = /'([^']*)' (?:\(value|is not a valid)/.exec(message) ?? [];
        return {
          certainty: 'proved',
          cause: `setRemoteDescription was given the type ${word === undefined ? 'that the error names' : quoted(word)}, which is none of offer, pranswer, answer, rollback.`,
          remedy:
            'Look at answer.type in the reply of the call. If your own code writes it, correct the spelling; else report it with the correlation id.',
          evidence: [howItEnded(evidence)],
          ruledOut: [{ code: 'sdp.rejected', variant: 'other', because: 'the text was not even looked at' }],
        };
      },
    },
  },
} as const satisfies CatalogueEntry;
