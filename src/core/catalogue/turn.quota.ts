import { howItEnded } from './connection.ts';
import type { CatalogueEntry } from './entry.ts';
import { relayMissed, serverProofs, serversThat } from './relay.ts';

export const turnQuota = {
  code: 'turn.quota',
  origin: 'debugger',
  title: 'The TURN server has no relay left for this user',
  cause:
    'The credentials are right, but the server gives no further allocation: the user’s quota (486) or its own capacity (508) is used up. Sessions that were not closed hold theirs for some 10 minutes.',
  remedy: 'Close peer connections when sessions end; ask the service to raise the quota.',
  surfaces: [{ step: 'connection', statuses: ['none'] }],
  variants: {
    reached: {
      title: 'The TURN server’s quota is reached',
      actor: 'orga',
      specificity: 80,
      of: ['failed', 'waiting'],
      adviceOf: ['connected'],
      recognise: (evidence) => {
        const [full] = serversThat(evidence, ({ errorCode }) => errorCode === 486 || errorCode === 508);
        const missed = relayMissed(evidence);
        if (full === undefined || (missed === undefined && evidence.phase !== 'connected')) return undefined;
        return {
          certainty: missed === 'way-round' ? 'likely' : 'proved',
          specificity: missed === 'alone' ? 81 : 76.5,
          cause: `${full.url} accepted the credentials and answered ${full.errorCode ?? 486}: ${full.errorCode === 508 ? 'it has no capacity left' : 'this user has as many relays as allowed'}.${missed === 'way-round' ? ' The direct way failed too, and the relay would have been the way round.' : ''}`,
          remedy:
            'Close every peer connection when its session ends, and wait some 10 minutes for the relays of forgotten ones to go. If it comes back, ask the service for a higher quota.',
          evidence: [...serverProofs([full]), howItEnded(evidence)],
          ruledOut: [
            {
              code: 'turn.auth',
              variant: 'refused',
              because: 'the error is not 401: the credentials are right',
            },
            { code: 'turn.udp.dead', variant: 'no-answer', because: 'the server answered' },
          ],
        };
      },
    },
  },
} as const satisfies CatalogueEntry;
