import { connectionFailure, howItEnded, proofOf } from './connection.ts';
import type { CatalogueEntry } from './entry.ts';

export const sigState = {
  code: 'sig.state',
  origin: 'debugger',
  title: 'A session description came at the wrong time',
  cause:
    'An answer can be applied once, after an offer. A second one, or one after close(), is refused with an InvalidStateError; the connection that stands is not touched.',
  remedy: 'Apply each answer once, and let nothing of an old session reach a new one.',
  surfaces: [{ step: 'connection', statuses: ['none'] }],
  variants: {
    'answer-twice': {
      title: 'The answer was applied when none was expected',
      actor: 'browser',
      specificity: 90,
      recognise: (evidence) => {
        const failure = connectionFailure(evidence);
        if (failure?.reason !== 'sdp' || failure.operation !== 'setRemoteDescription') return undefined;
        const { name, message } = failure.error;
        if (name !== 'InvalidStateError' && !/wrong state|in state stable/i.test(message)) return undefined;
        const stable = evidence.connection.states.findLast(({ machine }) => machine === 'signaling');
        // An offer came in between: that is the glare’s story.
        if (stable?.to === 'have-remote-offer' || /have-remote-offer/.test(message)) return undefined;
        const closed = /closed/i.test(message);
        return {
          certainty: 'proved',
          cause: closed
            ? 'The answer came after the connection had been closed.'
            : 'The signalling state was “stable”: there was no open offer, so this was a second answer.',
          remedy: closed
            ? 'When a session ends, let its pending requests end with it (AbortSignal).'
            : 'Look for a handler that runs twice: a double click, an effect that runs twice in development, a retry that does not make a new connection.',
          evidence: [
            ...proofOf(stable?.id, `the signalling state was ${stable?.to ?? ''}`),
            howItEnded(evidence),
          ],
          ruledOut: [
            {
              code: 'sdp.rejected',
              variant: 'other',
              because: 'the browser did not object to the text, but to the time',
            },
          ],
        };
      },
    },
  },
} as const satisfies CatalogueEntry;
