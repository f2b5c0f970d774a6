import { connectionFailure, howItEnded, isFirefox, noPath, silentAbout } from './connection.ts';
import type { CatalogueEntry } from './entry.ts';
import { claimsConnected } from './sdkBehaviour.ts';

export const iceNocand = {
  code: 'ice.nocand',
  origin: 'debugger',
  title: 'The answer names no address to connect to',
  cause: 'There is no trickle ICE in this API: every candidate must be in the answer, and there is none.',
  remedy: 'Report the answer; nothing on this side can find the far end.',
  surfaces: [{ step: 'connection', statuses: ['none'] }],
  discrepancies: [claimsConnected],
  variants: {
    answer: {
      title: 'The answer has no candidates',
      actor: 'orga',
      specificity: 82,
      of: ['failed', 'waiting'],
      recognise: (evidence) => {
        if (!noPath(evidence) || !silentAbout(evidence, 'no-candidates', 'ice-new')) return undefined;
        const { answer, remoteCandidates, counterOffer } = evidence.connection;
        if (answer === undefined || remoteCandidates > 0 || counterOffer !== undefined) return undefined;
        // That is no SDP at all.
        if (!answer.sdp.startsWith('v=')) return undefined;
        const failure = connectionFailure(evidence);
        const silent = failure?.reason !== 'ice' && !isFirefox(evidence);
        return {
          certainty: 'proved',
          cause: `The SDP answer has no a=candidate line, and none can follow: the API has no trickle ICE. ${silent ? 'Chromium then stays in the state “new” for ever, without an event.' : 'The browser gave up, as Firefox does after 5 s.'}`,
          remedy:
            'Report the answer with the correlation id of the call: the far end sent it before it had gathered. Nothing on this side can help.',
          evidence: [{ entry: answer.entry, says: 'no a=candidate line in it' }, howItEnded(evidence)],
          causedBy: { step: 'call', entry: answer.entry },
          ruledOut: [
            {
              code: 'ice.unreachable',
              variant: 'no-answer',
              because: 'there was no address to send a check to',
            },
            { code: 'ice.port-low', variant: 'below-1024', because: 'there is no candidate with any port' },
          ],
        };
      },
    },
  },
} as const satisfies CatalogueEntry;
