import { proofOf } from './connection.ts';
import type { CatalogueEntry } from './entry.ts';

export const gatherMdns = {
  code: 'gather.mdns',
  origin: 'debugger',
  title: 'Only hidden host addresses were offered',
  cause:
    'While a page has no microphone or camera permission, browsers put random names ending .local in the place of this computer’s addresses. Only machines of the same local network can look them up; a service elsewhere cannot.',
  remedy: 'Provide a STUN or TURN server that works from this network; or switch the microphone on first.',
  surfaces: [{ step: 'connection', statuses: ['none'] }],
  variants: {
    hidden: {
      title: 'The offer has .local candidates only',
      actor: 'browser',
      specificity: 20,
      of: [],
      adviceOf: ['connected', 'failed'],
      recognise: ({ connection }) => {
        const { localCandidates } = connection;
        const [first] = localCandidates;
        if (first === undefined) return undefined;
        if (!localCandidates.every(({ candidate }) => /\.local \d+ typ host/.test(candidate)))
          return undefined;
        return {
          certainty: 'proved',
          cause: `Every candidate of the offer (${localCandidates.length}) is a .local name. A far end outside this local network can use none of them; the connection then rests on the checks that this browser sends itself.`,
          remedy:
            'Usually harmless, because the service’s own candidates are public. Where sessions fail, add STUN or TURN servers.',
          evidence: [...proofOf(first.id, 'a .local name in the place of an address')],
        };
      },
    },
  },
} as const satisfies CatalogueEntry;
