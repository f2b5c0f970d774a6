import type { CatalogueEntry } from './entry.ts';
import { whatCameBack, whatWasSent } from './reply.ts';

export const backendSilent = {
  code: 'backend.silent',
  origin: 'debugger',
  title: 'Your backend never answered',
  cause:
    'The session endpoint took the request and sent no whole reply. The client SDK has no limit there and waits for ever.',
  remedy: 'Find out what the backend waits for, and give its own requests a limit.',
  surfaces: [{ step: 'token', route: 'backend', statuses: ['none'] }],
  variants: {
    'no-response': {
      title: 'Your session endpoint did not answer',
      actor: 'backend',
      specificity: 72,
      recognise: (evidence) => {
        const { trouble } = evidence;
        if (trouble.what !== 'timeout' || trouble.at !== 'session' || trouble.phase === 'aborted')
          return undefined;
        const limit = `${trouble.limit / 1_000} s`;
        return {
          certainty: 'proved',
          cause:
            trouble.phase === 'body'
              ? `Your session endpoint sent headers, then no end of the body within ${limit}. That limit is ours: the SDK would wait for ever.`
              : `Your session endpoint sent nothing within ${limit}. That limit is ours: the SDK would wait for ever, and startSession() would never settle.`,
          remedy:
            'Look at what the backend does at this moment: a route that never sends its result, or a request to Orga without a limit. Put a limit of your own around the SDK’s session request.',
          evidence: [...whatWasSent(evidence, 'the request went out here'), whatCameBack(evidence)],
          ruledOut: [
            {
              code: 'timeout_error',
              variant: 'aborted',
              because: 'the backend passed nothing on: it did not answer at all',
            },
            {
              code: 'network.unreachable',
              variant: 'no-response',
              because: 'a refused connection fails at once, this waited for the whole limit',
            },
          ],
          action: 'retry-with-backoff',
        };
      },
    },
  },
} as const satisfies CatalogueEntry;
