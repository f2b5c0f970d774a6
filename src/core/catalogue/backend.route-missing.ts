import type { CatalogueEntry } from './entry.ts';
import { backendHttp, whatCameBack, whatWasSent } from './reply.ts';

export const backendRouteMissing = {
  code: 'backend.route-missing',
  origin: 'debugger',
  title: 'Your backend has no such route',
  cause: 'Nothing answers at the address of the session endpoint.',
  remedy: 'Correct the address, or add the route to the backend.',
  surfaces: [{ step: 'token', route: 'backend', statuses: [404] }],
  variants: {
    'not-found': {
      title: 'Your session endpoint does not exist at this address',
      actor: 'backend',
      specificity: 64,
      recognise: (evidence) => {
        const trouble = backendHttp(evidence);
        if (trouble === undefined || (trouble.status !== 404 && trouble.status !== 405)) return undefined;
        const path = evidence.exchange?.path ?? '';
        const method = evidence.exchange?.error.request.method ?? 'GET';
        return {
          certainty: 'likely',
          cause:
            trouble.status === 405
              ? `${path} exists, but not for ${method}. The client SDK asks with GET.`
              : `Your backend answered 404 for ${method} ${path}, and passed on nothing of Orga’s: the route itself is not there.`,
          remedy:
            'Compare the address with the routes of the backend (spelling, prefix such as /api, port, deployed version) and with sessionConfigEndpoint of the SDK.',
          evidence: [...whatWasSent(evidence, `${method} ${path}`), whatCameBack(evidence)],
          ruledOut: [
            {
              code: 'not_found_error',
              variant: 'user',
              because: 'the reply is not Orga’s, and nothing of Orga’s was passed on',
            },
          ],
        };
      },
    },
  },
} as const satisfies CatalogueEntry;
