import { counted, howItEnded } from './connection.ts';
import type { CatalogueEntry } from './entry.ts';

export const iceBenign701 = {
  code: 'ice.benign701',
  origin: 'debugger',
  title: 'Some ICE requests failed, and it did not matter',
  cause:
    'Error 701 means that one request to one server, from one address, got no answer. Browsers ask each server over IPv4 and IPv6 and from every network card; where one of them works, the others’ errors are noise.',
  remedy: 'Nothing needs to be done while a candidate came from another server or address family.',
  surfaces: [],
  variants: {
    'one-family': {
      title: 'Some ICE requests failed; others worked',
      actor: 'network',
      specificity: 20,
      of: [],
      adviceOf: ['connected', 'waiting', 'failed'],
      recognise: (evidence) => {
        const { candidateErrors, localCandidates } = evidence.connection;
        const failed = candidateErrors.filter(({ errorCode }) => errorCode === 701);
        const [first] = failed;
        const worked = localCandidates.find(({ candidate }) => / typ (?:srflx|relay)/.test(candidate));
        const connected = evidence.phase === 'connected';
        if (first === undefined || (worked === undefined && !connected)) return undefined;
        return {
          certainty: 'proved',
          cause: `${counted(failed.length, 'request')} to ICE servers got no answer (701), the first to ${first.url}. ${worked === undefined ? 'The session connected all the same.' : 'Another server or address family gave a candidate.'}`,
          remedy:
            'Leave it, if it comes and goes with the network. A server that always fails slows gathering down: take it out of the list.',
          evidence: [
            { entry: first.id, says: `${first.url}: 701 ${first.errorText}`.trimEnd() },
            ...(worked === undefined
              ? [howItEnded(evidence)]
              : [{ entry: worked.id, says: 'a candidate from an ICE server' }]),
          ],
        };
      },
    },
  },
} as const satisfies CatalogueEntry;
