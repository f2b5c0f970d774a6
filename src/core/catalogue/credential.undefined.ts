import type { Evidence } from '../diagnosis/evidence.ts';
import type { LogEntry } from '../session/log.ts';
import { credentialLookAlikes } from './credentialLookAlikes.ts';
import type { CatalogueEntry } from './entry.ts';
import { orgaHttp, whatCameBack, whatWasSent } from './reply.ts';

export const credentialUndefined = {
  code: 'credential.undefined',
  origin: 'debugger',
  title: 'The text “undefined” was sent as the credential',
  cause: 'A token was read from a reply that had none, and was put into the header all the same.',
  remedy: 'Check the reply before the token is used.',
  surfaces: [
    { step: 'ice-config', route: 'rest', statuses: [401] },
    { step: 'call', statuses: [401] },
  ],
  variants: {
    sent: {
      title: '“Bearer undefined” was sent: there was no token',
      actor: 'backend',
      specificity: 97,
      recognise: (evidence) => {
        const trouble = orgaHttp(evidence, 400, 401, 403);
        if (trouble === undefined || trouble.forwarded || evidence.credential?.kind !== 'undefined')
          return undefined;
        const source = whereTokenWasAbsent(evidence);
        const fromBackend = evidence.route === 'backend';
        const who = fromBackend ? 'your session endpoint' : '/client-secrets';
        return {
          certainty: 'proved',
          actor: trouble.at === 'calls' && !fromBackend ? 'browser' : 'backend',
          cause:
            source === undefined
              ? `The request to /${trouble.at} carried the text “undefined” (or “null”) as its credential: the variable was empty.`
              : `The reply of ${who} held no token. The code went on as the SDK’s sample does, and /${trouble.at} was sent the text “undefined” (or “null”).`,
          remedy: fromBackend
            ? 'In your backend, check response.ok and the token before answering; in the page, check the reply before using it. A new token does not help as long as that reply has none.'
            : 'Check that the reply has ephemeral_token before using it, and look at what /client-secrets really answered.',
          evidence: [
            ...(source === undefined
              ? []
              : [{ entry: source.id, says: 'the reply that should have held the token' }]),
            ...whatWasSent(evidence, 'the credential is the text “undefined” or “null”'),
            whatCameBack(evidence),
          ],
          ...(source !== undefined && { causedBy: { step: 'token' as const, entry: source.id } }),
          ruledOut: credentialLookAlikes(evidence),
        };
      },
    },
  },
} as const satisfies CatalogueEntry;

/** The last reply of client-secrets or the session endpoint before the request that was refused. */
function whereTokenWasAbsent({ log, exchange }: Evidence): LogEntry | undefined {
  const end = exchange?.request === undefined ? log.length : log.indexOf(exchange.request);
  const before = log.slice(0, end);
  const tokenRequests = new Set<string>();
  for (const entry of before) {
    if (entry.kind === 'request' && (entry.endpoint === 'client-secrets' || entry.endpoint === 'session'))
      tokenRequests.add(entry.request);
  }
  const reply = before.findLast((entry) => entry.kind === 'response' && tokenRequests.has(entry.request));
  return (
    reply ?? before.findLast((entry) => entry.kind === 'rest-error' && tokenRequests.has(entry.request.id))
  );
}
