import type { CatalogueEntry } from './entry.ts';
import { endpointName, quoted, whatCameBack, whatWasSent } from './reply.ts';
import { relayRemedy, type SecondLook, secondLook } from './secondLook.ts';

/** Why a retry is no remedy, and an outage not the cause. */
const ruledOut = [
  {
    code: 'network.unreachable',
    variant: 'no-response',
    because: 'a second request, in which CORS has no say, was answered',
  },
];

export const networkCors = {
  code: 'network.cors',
  origin: 'debugger',
  title: 'The browser hid the reply: CORS',
  cause:
    'The host answers, but not with the headers by which it would let a page of another origin read the reply. The browser shows the page neither status nor body.',
  remedy: 'Send access-control-allow-origin with every reply, errors and preflights included; or relay it.',
  surfaces: [
    { step: 'token', statuses: ['none'] },
    { step: 'ice-config', route: 'rest', statuses: ['none'] },
    { step: 'call', statuses: ['none'] },
  ],
  variants: {
    'no-headers': {
      title: 'The reply lacks the CORS headers that this page needs',
      actor: 'backend',
      specificity: 90,
      recognise: (evidence) => {
        const look = secondLook(evidence);
        if (look?.probe.result !== 'opaque' || look.probe.plain === undefined || isPreflight(look))
          return undefined;
        const { probe, exchange, ofBackend } = look;
        const cookies = exchange.request?.cookies === 'include';
        const origin = originOf(evidence.run?.pageUrl);
        return {
          certainty: probe.plain === 'hidden' ? 'proved' : 'likely',
          actor: ofBackend ? 'backend' : 'orga',
          cause: `${exchange.host} answers, but no page of ${origin} may read what it says: ${
            probe.plain === 'hidden'
              ? 'its reply has no access-control-allow-origin for it'
              : cookies
                ? 'with cookies it needs access-control-allow-credentials: true, and this origin by name instead of *'
                : 'its other replies may be read, so this one lacked the header, as error replies of gateways do'
          }. ${ofBackend ? 'The same happens where it redirects to another origin, such as a login page. ' : ''}All that the browser shows is ${quoted(exchange.error.failure.reason === 'unreachable' ? exchange.error.failure.error.message : '')}.`,
          remedy: `${ofBackend ? 'If your app’s own page has the same origin as the backend, it needs no CORS and this is so only here' : 'Orga’s REST requests belong in a backend, where there is no CORS'}: ${relayRemedy(look)}. Or answer with access-control-allow-origin: ${origin}${cookies ? ' and access-control-allow-credentials: true' : ''}.`,
          evidence: [
            ...whatWasSent(
              evidence,
              `${endpointName(exchange.error.request.endpoint)} was asked across origins`,
            ),
            look.proof,
            whatCameBack(evidence),
          ],
          ruledOut,
        };
      },
    },
    preflight: {
      title: 'The host refused the CORS preflight',
      actor: 'backend',
      specificity: 90,
      recognise: (evidence) => {
        const look = secondLook(evidence);
        if (look?.probe.result !== 'opaque' || !isPreflight(look)) return undefined;
        const { exchange, ofBackend } = look;
        const { method, headers = {} } = { ...exchange.request, ...exchange.error.request };
        const names = Object.keys(headers).map((name) => name.toLowerCase());
        const origin = originOf(evidence.run?.pageUrl);
        return {
          certainty: 'likely',
          actor: ofBackend ? 'backend' : 'orga',
          cause: `${exchange.host} lets pages of ${origin} read its plain replies, but this request is not plain: before ${method}${names.length > 0 ? ` with ${names.join(', ')}` : ''} the browser asks by OPTIONS, and was not told yes. The request itself was never sent, or its own reply lacked the header.`,
          remedy: `Answer OPTIONS with 204, access-control-allow-origin: ${origin}, access-control-allow-methods: ${method}${names.length > 0 ? ` and access-control-allow-headers: ${names.join(', ')}` : ''}, before any login check; or ${relayRemedy(look)}.`,
          evidence: [
            ...whatWasSent(evidence, 'this request needs a preflight'),
            look.proof,
            whatCameBack(evidence),
          ],
          ruledOut,
        };
      },
    },
  },
} as const satisfies CatalogueEntry;

function isPreflight({ probe }: SecondLook): boolean {
  return probe.preflight && probe.plain === 'readable';
}

function originOf(pageUrl: string | undefined): string {
  return /^[a-z][a-z0-9+.-]*:\/\/[^/?#]*/i.exec(pageUrl ?? '')?.[0] ?? 'this origin';
}
