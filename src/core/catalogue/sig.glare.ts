import { connectionFailure, howItEnded, noPath, proofOf } from './connection.ts';
import type { CatalogueEntry } from './entry.ts';

export const sigGlare = {
  code: 'sig.glare',
  origin: 'debugger',
  title: 'An offer met an offer',
  cause:
    'Where an answer belongs there was an offer. Browsers then take their own offer back without an error (implicit rollback: have-local-offer, stable, have-remote-offer) and wait for an answer that nobody makes.',
  remedy: 'In this API only the browser offers: hand its offer to the service and apply the answer.',
  surfaces: [{ step: 'connection', statuses: ['none'] }],
  variants: {
    'offer-to-offer': {
      title: 'An offer was applied where an answer belongs',
      actor: 'browser',
      specificity: 92,
      of: ['failed', 'waiting'],
      recognise: (evidence) => {
        const failure = connectionFailure(evidence);
        const refused = failure?.reason === 'sdp' && failure.error.name === 'InvalidStateError';
        if (!refused && !noPath(evidence)) return undefined;
        const { counterOffer, states } = evidence.connection;
        const rolledBack = states.find(
          ({ machine, to }) => machine === 'signaling' && to === 'have-remote-offer',
        );
        if (counterOffer === undefined && rolledBack === undefined) return undefined;
        return {
          certainty: 'proved',
          cause:
            'A remote offer was applied while our own offer waited for its answer. The browser took ours back without an error; since then no answer fits any more.',
          remedy:
            'Check that answer.type is “answer” and that the reply was not mixed up with the request’s offer. If both sides may offer, use perfect negotiation.',
          evidence: [
            ...proofOf(counterOffer?.id, 'the description that was applied is an offer'),
            ...proofOf(rolledBack?.id, 'the signalling state went to have-remote-offer'),
            howItEnded(evidence),
          ],
          ruledOut: [
            { code: 'ice.nocand', variant: 'answer', because: 'there is no answer at all' },
            {
              code: 'sig.state',
              variant: 'answer-twice',
              because: 'the state that refused the answer was have-remote-offer, not stable',
            },
          ],
        };
      },
    },
  },
} as const satisfies CatalogueEntry;
