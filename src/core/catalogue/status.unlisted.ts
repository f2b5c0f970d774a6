import type { Evidence } from '../diagnosis/evidence.ts';
import type { CatalogueEntry, Finding } from './entry.ts';
import { answeredByOrga, endpointName, orgaHttp, quoted, whatCameBack, whatWasSent } from './reply.ts';

export const statusUnlisted = {
  code: 'status.unlisted',
  origin: 'debugger',
  title: 'A status that the specification does not list',
  cause: 'The reply has an error status that no row of the specification speaks of.',
  remedy: 'Read the reply in the log; the status has its general meaning of HTTP.',
  surfaces: [{ step: 'call', statuses: [408, 413] }],
  variants: {
    408: {
      title: 'The server gave up waiting for the request',
      actor: 'network',
      specificity: 52,
      recognise: (evidence) =>
        unlisted(
          evidence,
          408,
          'it did not get the whole request in time. The upload is slow or was interrupted',
          'Try again; if it stays, look for a slow or lossy way out, or a proxy that holds requests back.',
        ),
    },
    413: {
      title: 'The request is too large',
      actor: 'browser',
      specificity: 52,
      recognise: (evidence) =>
        unlisted(
          evidence,
          413,
          'the body is larger than it takes. Long instructions or very many candidates in the offer do that',
          'Shorten the instructions. If the size is ordinary (an offer has some 10 kB), a proxy in between has too low a limit.',
        ),
    },
    other: {
      title: 'A status that no row explains',
      actor: 'backend',
      specificity: 20,
      fallback: 'in-all',
      recognise: (evidence) => {
        const { trouble } = evidence;
        if (trouble.what !== 'http') return undefined;
        return {
          certainty: 'likely',
          actor: trouble.at === 'calls' ? 'browser' : 'backend',
          cause: `${endpointName(trouble.at)} answered ${trouble.forwarded ? 'your backend ' : ''}${trouble.status}${trouble.reading.message === undefined ? '' : `, ${quoted(trouble.reading.message)}`}. The specification has no row for it here.`,
          remedy: 'Read the whole reply in the log; the status has its general meaning of HTTP.',
          evidence: [...whatWasSent(evidence, 'the request as it was sent'), whatCameBack(evidence)],
        };
      },
    },
  },
} as const satisfies CatalogueEntry;

function unlisted(evidence: Evidence, status: number, why: string, remedy: string): Finding | undefined {
  const trouble = orgaHttp(evidence, status);
  if (trouble === undefined) return undefined;
  return {
    certainty: answeredByOrga(trouble) ? 'proved' : 'likely',
    cause: `${endpointName(trouble.at)} answered ${trouble.forwarded ? 'your backend ' : ''}${status}: ${why}. The specification has no row for it.`,
    remedy,
    evidence: [...whatWasSent(evidence, 'the request as it was sent'), whatCameBack(evidence)],
  };
}
