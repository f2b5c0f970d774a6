import type { CatalogueEntry } from './entry.ts';
import { endpointName, quoted, whatCameBack, whatWasSent } from './reply.ts';
import { secondLook } from './secondLook.ts';

export const networkUnreachable = {
  code: 'network.unreachable',
  origin: 'debugger',
  title: 'There was no HTTP response at all',
  cause:
    'A refused connection, an unknown host, a blocked request and a reply without CORS headers look the same to a page.',
  remedy: 'Check the address, the network, and the CORS headers of the reply, also of error replies.',
  surfaces: [
    { step: 'token', statuses: ['none'] },
    { step: 'ice-config', route: 'rest', statuses: ['none'] },
    { step: 'call', statuses: ['none'] },
  ],
  variants: {
    'no-response': {
      title: 'The browser got no HTTP response',
      actor: 'network',
      specificity: 60,
      recognise: (evidence) => {
        const { trouble, exchange } = evidence;
        if (trouble.what !== 'unreachable' || trouble.forwarded) return undefined;
        const crossOrigin = exchange?.request?.crossOrigin !== false;
        const host = exchange?.host ?? '';
        const look = secondLook(evidence);
        const gone = look?.probe.result === 'failed';
        return {
          certainty: 'proved',
          cause: `The request to ${endpointName(trouble.at)} (${host}) failed without a status: ${quoted(trouble.text)}. The host refused, cannot be found or cannot be reached${gone ? ', or its certificate is not trusted: a second request, in which CORS has no say, failed as well' : crossOrigin ? ', or it answered without access-control-allow-origin, as gateways do with 5xx, and the browser hid the reply' : ''}.`,
          remedy: `Open the address in a tab of its own: if that fails too, it is the network, the host name or the certificate${crossOrigin && !gone ? '; if it answers, its CORS headers are missing' : ''}. Ad blockers and offline mode do the same.`,
          evidence: [
            ...whatWasSent(evidence, 'the request that got no response'),
            ...(look === undefined ? [] : [look.proof]),
            whatCameBack(evidence),
          ],
          ruledOut: [
            {
              code: 'timeout_error',
              variant: 'no-response',
              because: 'the request failed by itself, before the limit',
            },
            ...(gone
              ? [
                  {
                    code: 'network.cors',
                    variant: 'no-headers',
                    because: 'a request in which CORS has no say failed too',
                  },
                ]
              : []),
          ],
          action: 'retry-with-backoff',
        };
      },
    },
    'fetch-failed': {
      title: 'Your backend could not reach Orga',
      actor: 'backend',
      specificity: 71,
      recognise: (evidence) => {
        const { trouble } = evidence;
        if (trouble.what !== 'unreachable' || !trouble.forwarded) return undefined;
        const badUrl = /parse url/i.test(trouble.text);
        return {
          certainty: 'proved',
          cause: badUrl
            ? `Your backend passed on ${quoted(trouble.text)}: the SDK’s baseUrl is not an absolute URL, so nothing was sent.`
            : `Your backend passed on ${quoted(trouble.text)}: its request to Orga got no HTTP response (connection refused or reset, host not found, TLS). The status 500 beside it is the SDK’s, not Orga’s.`,
          remedy: badUrl
            ? 'Set baseUrl to the origin with its scheme, or leave it out.'
            : 'On the machine of the backend, check DNS, firewall and proxy settings (curl to the API’s host shows it), and baseUrl.',
          evidence: [whatCameBack(evidence)],
          ruledOut: [
            {
              code: 'OrgaAIServerError',
              variant: '500',
              because: 'the message says that there was no HTTP response',
            },
            {
              code: 'network.unreachable',
              variant: 'no-response',
              because: 'the backend itself did answer',
            },
          ],
          ...(!badUrl && { action: 'retry-with-backoff' as const }),
        };
      },
    },
  },
} as const satisfies CatalogueEntry;
