import { credentialLookAlikes } from './credentialLookAlikes.ts';
import { duration } from './duration.ts';
import type { CatalogueEntry } from './entry.ts';
import { orgaHttp, whatCameBack } from './reply.ts';

export const backendCachedToken = {
  code: 'backend.cached-token',
  origin: 'debugger',
  title: 'Your backend hands out one token more than once',
  cause:
    'A token opens one session; a cached reply of the session endpoint hands out one that is already spent.',
  remedy: 'Let the session endpoint fetch a new token for every request, and let nothing cache its reply.',
  surfaces: [{ step: 'call', route: 'backend', statuses: [401] }],
  variants: {
    used: {
      title: 'Your backend handed out a token that was already used',
      actor: 'backend',
      specificity: 96,
      recognise: (evidence) => {
        const trouble = orgaHttp(evidence, 401);
        const { kind, name, spentBy, handedOutAgain } = evidence.credential ?? {};
        if (trouble === undefined || trouble.forwarded || kind !== 'token') return undefined;
        if (spentBy === undefined || handedOutAgain === undefined) return undefined;
        return {
          certainty: 'proved',
          cause: `Your session endpoint answered with ${name} again, which had opened a session ${duration(spentBy.ago)} before this request. Every further session with it is refused.`,
          remedy:
            'Ask /client-secrets for a new token in every request to the session endpoint. Answer it with Cache-Control: no-store, and keep framework caches (static routes, fetch caches) away from it. A new token cannot be had from here until then.',
          evidence: [
            { entry: spentBy.entry, says: `${name} opened a session here` },
            { entry: handedOutAgain.id, says: `${name} was handed out once more` },
            whatCameBack(evidence),
          ],
          causedBy: { step: 'token', entry: handedOutAgain.id },
          ruledOut: credentialLookAlikes(evidence),
        };
      },
    },
  },
} as const satisfies CatalogueEntry;
