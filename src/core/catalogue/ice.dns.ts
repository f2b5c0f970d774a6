import { isReservedHost } from '../webrtc/iceServers.ts';
import { howItEnded } from './connection.ts';
import type { CatalogueEntry } from './entry.ts';
import { relayMissed, serverProofs, serversThat } from './relay.ts';

export const iceDns = {
  code: 'ice.dns',
  origin: 'debugger',
  title: 'An ICE server’s name was not found',
  cause:
    'The host name in the URL has no address: misspelt, not (yet) in the DNS, or this network’s DNS does not answer. Chromium reports 701 once per URL and address family, and for a stun: URL of its own making beside each turn: URL.',
  remedy: 'Look the name up from this network; correct it where the list is made.',
  surfaces: [{ step: 'connection', statuses: ['none'] }],
  variants: {
    lookup: {
      title: 'The ICE servers’ names were not found',
      actor: 'orga',
      specificity: 75,
      of: ['failed', 'waiting'],
      recognise: (evidence) => {
        const missed = relayMissed(evidence);
        const unknown = serversThat(evidence, ({ result }) => result === 'lookup');
        const [first] = unknown;
        const { servers } = evidence.connection;
        if (missed === undefined || first === undefined) return undefined;
        // Where a STUN server's name is unknown and a relay was refused, the relay explains more.
        if (!first.relay && servers.some(({ relay }) => relay)) return undefined;
        const all = unknown.length === servers.length;
        const reserved = isReservedHost(first.url);
        const hosts = [...new Set(unknown.map(({ server }) => server.host))];
        return {
          certainty: missed === 'alone' ? 'proved' : 'likely',
          specificity: missed === 'alone' ? 80 : 75.5,
          actor: !reserved && all && hosts.length > 1 ? 'network' : 'orga',
          cause: `${hosts.join(' and ')} could not be looked up${reserved ? ': names that end so never exist (RFC 6761)' : ''}. ${missed === 'alone' ? 'With the policy “relay” there is no other way.' : 'The direct way failed too, and these servers would have found another.'}`,
          remedy:
            all && hosts.length > 1 && !reserved
              ? 'No name at all was found: check this computer’s DNS, VPN and proxy first; then the names.'
              : 'Check the spelling and the DNS entry (A and AAAA) of the host.',
          evidence: [...serverProofs(unknown), howItEnded(evidence)],
          ruledOut: [
            { code: 'turn.auth', variant: 'refused', because: 'the server was never reached' },
            { code: 'turn.udp.dead', variant: 'no-answer', because: 'there was no address to send to' },
            { code: 'turn.tcp.refused', variant: 'closed', because: 'there was no address to connect to' },
          ],
        };
      },
    },
  },
} as const satisfies CatalogueEntry;
