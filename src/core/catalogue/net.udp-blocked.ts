import { checks, howItEnded, noPath, proofOf } from './connection.ts';
import type { CatalogueEntry } from './entry.ts';
import { hasRelay, serverProofs, udpBlocked } from './relay.ts';
import { cutsOffSilently } from './sdkBehaviour.ts';

export const netUdpBlocked = {
  code: 'net.udp-blocked',
  origin: 'debugger',
  title: 'This network lets no UDP through to the relay',
  cause:
    'All ICE servers are to be asked over UDP and none answered, while this computer’s own addresses are fine. Company networks, hotels and some VPNs drop UDP. The documented ICE list has TURN over UDP only, so such a network has no way round.',
  remedy:
    'Let the network allow UDP to the servers, or let the service hand out TURN over TCP or TLS (port 443).',
  surfaces: [{ step: 'connection', statuses: ['none'] }],
  discrepancies: [cutsOffSilently],
  variants: {
    'relay-silent': {
      title: 'UDP to the relay is blocked',
      actor: 'network',
      specificity: 77,
      of: ['failed', 'waiting'],
      recognise: (evidence) => {
        if (!noPath(evidence) || hasRelay(evidence) || !udpBlocked(evidence)) return undefined;
        const { servers, localCandidates } = evidence.connection;
        const host = localCandidates.find(({ candidate }) => / typ host/.test(candidate));
        const { sent = 0, answered } = checks(evidence);
        if (answered > 0) return undefined;
        return {
          certainty: 'likely',
          specificity: evidence.connection.policy === 'relay' ? 80.5 : 77,
          cause: `${servers.length === 1 ? 'The one ICE server is' : `All ${servers.length} ICE servers are`} asked over UDP, and ${servers.length === 1 ? 'it did not answer' : 'not one answered'}${sent > 0 ? `; ${sent} connection checks to the far end went unanswered too` : ''}. Something between this computer and the internet drops UDP.`,
          remedy:
            'Try another network (a phone’s hotspot) to be sure. Then ask for UDP to the TURN server’s port, or ask the service for a turn: server with ?transport=tcp or a turns: server on 443.',
          evidence: [
            ...proofOf(host?.id, 'this computer’s own addresses were found'),
            ...serverProofs(servers),
            howItEnded(evidence),
          ],
          ruledOut: [
            { code: 'turn.auth', variant: 'refused', because: 'no refusal came: nothing came at all' },
            { code: 'ice.dns', variant: 'lookup', because: 'the names were found, or are addresses' },
            {
              code: 'turn.udp.dead',
              variant: 'no-answer',
              because: 'no server at all answered over UDP, so it is not one server that is dead',
            },
            { code: 'gather.none', variant: 'nothing', because: 'this computer’s own addresses were found' },
            { code: 'relay.noturn', variant: 'policy', because: 'there is a TURN server in the list' },
          ],
        };
      },
    },
  },
} as const satisfies CatalogueEntry;
