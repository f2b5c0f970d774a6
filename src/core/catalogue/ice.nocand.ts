import { connectionFailure, howItEnded, iceFailed, iceWasConnected } from './connection.ts';
import type { CatalogueEntry } from './entry.ts';

export const iceNocand = {
  code: 'ice.nocand',
  origin: 'debugger',
  title: 'The answer names no address to connect to',
  cause: 'There is no trickle ICE in this API: every candidate must be in the answer, and there is none.',
  remedy: 'Report the answer; nothing on this side can find the far end.',
  surfaces: [{ step: 'connection', statuses: ['none'] }],
  variants: {
    answer: {
      title: 'The answer has no candidates',
      actor: 'orga',
      specificity: 74,
      recognise: (evidence) => {
        if (!iceFailed(evidence) || iceWasConnected(evidence)) return undefined;
        const { answer, remoteCandidates } = evidence.connection;
        if (answer === undefined || remoteCandidates > 0) return undefined;
        const failure = connectionFailure(evidence);
        const silent = failure?.reason === 'timeout';
        return {
          certainty: 'proved',
          cause: `The SDP answer has no a=candidate line, and none can follow: the API has no trickle ICE. ${silent ? 'Chromium then stays in the state “new” for ever, without an event.' : 'The browser gave up.'}`,
          remedy:
            'Report the answer with the correlation id of the call: the far end sent it before it had gathered. Nothing on this side can help.',
          evidence: [{ entry: answer.entry, says: 'no a=candidate line in it' }, howItEnded(evidence)],
          causedBy: { step: 'call', entry: answer.entry },
          ruledOut: [
            {
              code: 'ice.unreachable',
              variant: 'no-answer',
              because: 'there was no address to send a check to',
            },
          ],
        };
      },
    },
  },
} as const satisfies CatalogueEntry;
