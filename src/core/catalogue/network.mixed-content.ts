import type { CatalogueEntry } from './entry.ts';
import { whatCameBack, whatWasSent } from './reply.ts';
import { relayRemedy, type SecondLook, secondLook } from './secondLook.ts';

export const networkMixedContent = {
  code: 'network.mixed-content',
  origin: 'debugger',
  title: 'The browser lets no plain http request out',
  cause:
    'From an https page a browser sends requests to https only, and to this machine. This page’s own policy says the same wherever it is served.',
  remedy: 'Give the address by https, or let this machine relay it.',
  surfaces: [
    { step: 'token', statuses: ['none'] },
    { step: 'ice-config', route: 'rest', statuses: ['none'] },
    { step: 'call', statuses: ['none'] },
  ],
  variants: {
    blocked: {
      title: 'An https page may not ask a plain http address',
      actor: 'browser',
      specificity: 94,
      recognise: (evidence) => {
        const look = heldBack(secondLook(evidence));
        if (look === undefined || !/^https:/i.test(evidence.run?.pageUrl ?? '')) return undefined;
        return {
          certainty: 'proved',
          cause: `This page was loaded by https and ${look.url} is plain http: mixed content, which the browser blocks before anything is sent.`,
          remedy: `Serve ${look.exchange.host} by https; or ${relayRemedy(look)}, and open the address that it prints.`,
          evidence: [
            ...whatWasSent(evidence, 'plain http, from an https page'),
            look.proof,
            whatCameBack(evidence),
          ],
        };
      },
    },
    policy: {
      title: 'This page talks to https and to this machine only',
      actor: 'browser',
      specificity: 94,
      recognise: (evidence) => {
        const look = heldBack(secondLook(evidence));
        if (look === undefined || !/^http:/i.test(evidence.run?.pageUrl ?? '')) return undefined;
        return {
          certainty: 'proved',
          cause: `${look.url} is plain http to another machine. The debugger’s own Content-Security-Policy lets the page connect to https, and by plain http to localhost only, so that no token crosses a network in clear.`,
          remedy: `Give the address by https; or ${relayRemedy(look)}.`,
          evidence: [
            ...whatWasSent(evidence, 'plain http, beyond this machine'),
            look.proof,
            whatCameBack(evidence),
          ],
        };
      },
    },
  },
} as const satisfies CatalogueEntry;

function heldBack(look: SecondLook | undefined): SecondLook | undefined {
  if (look?.probe.result !== 'not-sent' || !/^http:/i.test(look.url)) return undefined;
  return /^(?:localhost|127\.0\.0\.1)(?::|$)/.test(look.exchange.host) ? undefined : look;
}
