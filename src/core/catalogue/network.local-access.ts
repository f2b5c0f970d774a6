import type { CatalogueEntry } from './entry.ts';
import { whatCameBack, whatWasSent } from './reply.ts';
import { hostOf, isLocal, secondLook } from './secondLook.ts';

export const networkLocalAccess = {
  code: 'network.local-access',
  origin: 'debugger',
  title: 'The browser kept a public page from this machine’s network',
  cause:
    'A page from the internet needs the visitor’s leave to talk to this machine or its network. Without it the request fails as if there were no CORS headers.',
  remedy: 'Allow it in the browser’s site settings, or open the debugger from this machine.',
  surfaces: [
    { step: 'token', statuses: ['none'] },
    { step: 'ice-config', route: 'rest', statuses: ['none'] },
    { step: 'call', statuses: ['none'] },
  ],
  variants: {
    refused: {
      title: 'The browser has no leave to reach the local network',
      actor: 'browser',
      specificity: 93,
      recognise: (evidence) => {
        const look = secondLook(evidence);
        const page = hostOf(evidence.run?.pageUrl ?? '');
        if (look === undefined || page === '' || isLocal(page) || !isLocal(look.exchange.host))
          return undefined;
        const { localAccess, result } = look.probe;
        if (result !== 'failed' || localAccess === undefined || localAccess === 'granted') return undefined;
        const denied = localAccess === 'denied';
        return {
          certainty: denied ? 'proved' : 'likely',
          cause: `This page comes from ${page}, and ${look.exchange.host} is this machine or its network. Going there needs a permission, which ${denied ? 'was denied' : 'nobody has given yet'}; so the browser sent nothing.`,
          remedy: `Open the site settings beside the address bar, allow “Local network access”, and run again. Or run the debugger on this machine with npm start: then both are local.`,
          evidence: [
            ...whatWasSent(evidence, 'a public page asked a local address'),
            look.proof,
            whatCameBack(evidence),
          ],
          ruledOut: [
            {
              code: 'network.cors',
              variant: 'no-headers',
              because: 'a request in which CORS has no say failed too',
            },
          ],
        };
      },
    },
  },
} as const satisfies CatalogueEntry;
