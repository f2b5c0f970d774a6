import { checks, howItEnded, isFirefox, noPath, silentAbout } from './connection.ts';
import type { CatalogueEntry } from './entry.ts';
import { remoteCandidates } from './remoteCandidates.ts';
import { claimsConnected } from './sdkBehaviour.ts';

export const icePortLow = {
  code: 'ice.port-low',
  origin: 'debugger',
  title: 'The answer’s ports are ones that browsers skip',
  cause:
    'Chromium silently drops remote candidates with a port below 1024; 80 and 443 pass on public addresses only. The answer still shows them, the statistics do not, and ICE stays “new” for ever. Firefox tries them.',
  remedy: 'Let the far end listen on a port above 1023.',
  surfaces: [{ step: 'connection', statuses: ['none'] }],
  discrepancies: [claimsConnected],
  variants: {
    'below-1024': {
      title: 'Every candidate of the answer has a port below 1024',
      actor: 'far-end',
      specificity: 79,
      of: ['failed', 'waiting'],
      recognise: (evidence) => {
        if (!noPath(evidence) || !silentAbout(evidence, 'no-candidates', 'ice-new', 'checks'))
          return undefined;
        const { answer } = evidence.connection;
        const found = remoteCandidates(evidence);
        if (answer === undefined || found === undefined || found.low.length === 0) return undefined;
        if (found.usable + found.named.length + found.tcp.length > 0) return undefined;
        const { sent } = checks(evidence);
        const tried = sent !== 0 || isFirefox(evidence);
        const ports = [...new Set(found.low)].slice(0, 5).join(', ');
        return {
          certainty: tried ? 'likely' : 'proved',
          cause: `The answer offers port ${ports} only. ${tried ? 'This browser tried it and got no answer; Chromium would drop it without a word.' : 'The browser dropped it without a word: no check was sent, no event came.'}`,
          remedy:
            'Report the answer with the correlation id of the call: the media server must announce a port above 1023 (or 80 or 443 on a public address).',
          evidence: [{ entry: answer.entry, says: `only port ${ports} in it` }, howItEnded(evidence)],
          causedBy: { step: 'call', entry: answer.entry },
          ruledOut: [
            { code: 'ice.nocand', variant: 'answer', because: 'the answer has candidates' },
            {
              code: 'ice.unreachable',
              variant: 'no-answer',
              because: tried
                ? 'the port alone keeps other browsers from trying'
                : 'no check was sent that could have been answered',
            },
          ],
        };
      },
    },
  },
} as const satisfies CatalogueEntry;
