import { checks, counted, howItEnded, noPath, packetsSeen, silentAbout, stateEntry } from './connection.ts';
import { duration } from './duration.ts';
import type { CatalogueEntry } from './entry.ts';
import { claimsConnected } from './sdkBehaviour.ts';

export const iceUnreachable = {
  code: 'ice.unreachable',
  origin: 'debugger',
  title: 'The far end could not be reached',
  cause: 'The browser sent connection checks to every address of the answer and got no reply to any.',
  remedy: 'Allow UDP to the media servers, or provide a TURN server over TCP or TLS.',
  surfaces: [{ step: 'connection', statuses: ['none'] }],
  discrepancies: [claimsConnected],
  variants: {
    'no-answer': {
      title: 'The far end answered no connection check',
      actor: 'network',
      specificity: 70,
      of: ['failed', 'waiting'],
      recognise: (evidence) => {
        if (!noPath(evidence) || !silentAbout(evidence, 'checks')) return undefined;
        const { connection, run } = evidence;
        if (connection.remoteCandidates === 0) return undefined;
        const pairs = connection.pairs?.pairs ?? [];
        // Firefox does not count what it sends.
        const { sent = 0, answered } = checks(evidence);
        const checking = stateEntry(evidence, 'ice', 'checking');
        if (answered > 0 || packetsSeen(evidence) !== undefined) return undefined;
        if (sent === 0 && checking === undefined) return undefined;
        const after = checking === undefined ? '' : ` within ${waited(evidence, checking)}`;
        const relay = run?.settings.iceTransportPolicy === 'relay';
        return {
          certainty: sent > 0 ? 'proved' : 'likely',
          cause:
            sent > 0
              ? `${counted(sent, 'connection check')} went out over ${counted(pairs.length, 'candidate pair')}, and not one was answered${after}.`
              : `The browser checked the addresses of the answer, and none answered${after}.`,
          remedy: `A firewall that blocks UDP is the usual reason: try another network, or allow UDP to the media servers. The documented ICE list has TURN over UDP only, so such a network has no way round.${relay ? ' The policy “relay” also excludes the direct way.' : ''}`,
          evidence: [
            ...(connection.pairs === undefined
              ? []
              : [
                  {
                    entry: connection.pairs.entry,
                    says:
                      sent > 0
                        ? `${counted(sent, 'check')} sent, ${answered} answers`
                        : `${counted(pairs.length, 'pair')} tried, ${answered} answers`,
                  },
                ]),
            ...(checking === undefined ? [] : [{ entry: checking, says: 'the checks began here' }]),
            howItEnded(evidence),
          ],
          ruledOut: [
            {
              code: 'ice.nocand',
              variant: 'answer',
              because: `the answer has ${counted(connection.remoteCandidates, 'candidate')}`,
            },
            { code: 'ice.badpwd', variant: 'password', because: 'no packet at all came back' },
            {
              code: 'dtls.fingerprint',
              variant: 'mismatch',
              because: 'no pair ever worked, so DTLS never began',
            },
          ],
        };
      },
    },
  },
} as const satisfies CatalogueEntry;

function waited({ connection, failing }: Parameters<typeof howItEnded>[0], checking: string): string {
  const began = connection.states.find((entry) => entry.id === checking)?.at ?? failing.at;
  return duration(failing.at - began);
}
