import type { Evidence } from '../diagnosis/evidence.ts';
import type { LogEntryOf } from '../session/log.ts';
import { browserOf } from '../webrtc/browserEvidence.ts';
import { howItEnded, noPath, proofOf, silentAbout, stateEntry } from './connection.ts';
import type { CatalogueEntry } from './entry.ts';
import { remoteCandidates } from './remoteCandidates.ts';
import { claimsConnected } from './sdkBehaviour.ts';

export const iceLna = {
  code: 'ice.lna',
  origin: 'debugger',
  title: 'The browser kept ICE from the local network',
  cause:
    'A page from the internet needs the visitor’s leave to reach this machine or its network, and Chromium asks it of WebRTC too (Local Network Access). Without it the answer’s local addresses are dropped without a word, and ICE stays “new” for ever.',
  remedy:
    'Allow local network access in the browser’s site settings, or let the far end announce a public address.',
  surfaces: [{ step: 'connection', statuses: ['none'] }],
  discrepancies: [claimsConnected],
  variants: {
    refused: {
      title: 'The page may not reach the local addresses of the answer',
      actor: 'browser',
      specificity: 74,
      of: ['failed', 'waiting'],
      recognise: (evidence) => {
        const { answer, localCandidates, pairs } = evidence.connection;
        if (browserOf(evidence.run?.userAgent ?? '') !== 'chromium') return undefined;
        if (!noPath(evidence) || !silentAbout(evidence, 'ice-new')) return undefined;
        const found = remoteCandidates(evidence);
        if (answer === undefined || found === undefined || localCandidates.length === 0) return undefined;
        if (found.local === 0 || found.usable > found.local || found.tcp.length > 0) return undefined;
        // What may be reached makes a pair, and is checked.
        if (pairs !== undefined || stateEntry(evidence, 'ice', 'checking') !== undefined) return undefined;
        const access = accessOf(evidence);
        if (access?.permission === 'granted') return undefined;
        const denied = access?.permission === 'denied';
        return {
          certainty: denied ? 'proved' : 'likely',
          cause: `The answer has addresses of this machine or its network only, and the browser tried none of them. ${denied ? 'This page’s permission for local network access is denied, so they were dropped.' : 'Chromium does that where a page has no permission for local network access.'}`,
          remedy:
            'Open the site settings beside the address bar, allow “Local network access”, and run again. A far end that users reach from elsewhere must announce a public address.',
          evidence: [
            { entry: answer.entry, says: 'local addresses only' },
            ...proofOf(access?.id, `local network access: ${access?.permission}`),
            howItEnded(evidence),
          ],
          ruledOut: [
            { code: 'ice.unreachable', variant: 'no-answer', because: 'no check was sent' },
            { code: 'ice.nocand', variant: 'answer', because: 'the answer has candidates' },
            {
              code: 'ice.port-low',
              variant: 'below-1024',
              because: 'it is not the port that keeps them from use',
            },
          ],
        };
      },
    },
  },
} as const satisfies CatalogueEntry;

type AccessNote = Extract<LogEntryOf<'note'>, { topic: 'local-access' }>;

function accessOf({ log, attempt }: Evidence): AccessNote | undefined {
  return log.findLast(
    (entry): entry is AccessNote =>
      entry.kind === 'note' && entry.topic === 'local-access' && entry.attempt === attempt,
  );
}
