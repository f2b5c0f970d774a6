import type { CatalogueEntry } from './entry.ts';
import { orgaHttp, quoted, whatCameBack, whatWasAnswered } from './reply.ts';

/** Statuses that have a row of their own, whoever answered with them. */
const othersRows: readonly number[] = [404, 408, 413, 422, 429];

export const proxyAnswered = {
  code: 'proxy.answered',
  origin: 'debugger',
  title: 'Something in between answered instead of Orga',
  cause:
    'The reply is not in the service’s format: a company proxy, a firewall, a captive portal or an edge server sent it.',
  remedy: 'Allow the API’s host in whatever stands between, or use another network.',
  surfaces: [
    { step: 'token', route: 'rest', statuses: [403] },
    { step: 'call', statuses: [403] },
  ],
  variants: {
    page: {
      title: 'A page that is not Orga’s answered',
      actor: 'network',
      specificity: 63,
      recognise: (evidence) => {
        const trouble = orgaHttp(evidence);
        if (trouble === undefined || trouble.forwarded || trouble.reading.answeredBy !== 'unknown')
          return undefined;
        const { status, reading } = trouble;
        if (status >= 500 ? status !== 511 : othersRows.includes(status)) return undefined;
        // JSON or nothing with a 400 or 401 can still be about the request; a page cannot.
        if (reading.format !== 'html' && (status === 400 || status === 401)) return undefined;
        if (reading.format !== 'html' && evidence.credential?.kind === 'none') return undefined;
        const said = quoted(reading.message);
        return {
          certainty: 'likely',
          cause: `The ${status} came as ${reading.format === 'html' ? 'a web page' : reading.format}${said === '' ? '' : ` (${said})`}, while every error of the API has its envelope. So neither the credential nor the request has been judged by Orga.`,
          remedy:
            'Read the page in the log: it usually names the product that blocks. Allow HTTPS to the API’s host there, or try another network.',
          evidence: [
            ...whatWasAnswered(evidence, 'neither Orga’s envelope nor a detail list'),
            whatCameBack(evidence),
          ],
          ruledOut: [
            {
              code: 'invalid_request_error',
              variant: 'no-authorization',
              because: 'the service would have answered in its own format',
            },
            {
              code: 'invalid_ephemeral_token',
              variant: 'unexplained',
              because: 'the service would have answered in its own format',
            },
          ],
        };
      },
    },
  },
} as const satisfies CatalogueEntry;
