import { howItEnded } from './connection.ts';
import type { CatalogueEntry } from './entry.ts';
import { relayMissed, serverProofs, serversThat } from './relay.ts';

export const turnTcpRefused = {
  code: 'turn.tcp.refused',
  origin: 'debugger',
  title: 'No TCP connection to the TURN server',
  cause:
    'The host was found, but its TCP port takes no connection: nothing listens there, or a firewall rejects it. Browsers report it within a fraction of a second, as error 701.',
  remedy: 'Let the TURN server listen on TCP at that port, or take the URL out of the list.',
  surfaces: [{ step: 'connection', statuses: ['none'] }],
  variants: {
    closed: {
      title: 'The TURN server’s TCP port is closed',
      actor: 'orga',
      specificity: 75,
      of: ['failed', 'waiting'],
      recognise: (evidence) => {
        const missed = relayMissed(evidence);
        const closed = serversThat(
          evidence,
          ({ over, result }) => over === 'tcp' && result === 'no-connection',
        );
        const [first] = closed;
        if (missed === undefined || first === undefined) return undefined;
        return {
          certainty: missed === 'alone' ? 'proved' : 'likely',
          specificity: missed === 'alone' ? 80 : 75.5,
          cause: `${closed.map(({ url }) => url).join(' and ')}: no TCP connection could be made. ${missed === 'alone' ? 'With the policy “relay” there is no other way.' : 'The direct way failed too, and the relay would have been the way round.'}`,
          remedy:
            'Check that the TURN server listens on TCP at this port and that no firewall rejects it; a name that leads to the wrong host looks the same.',
          evidence: [...serverProofs(closed), howItEnded(evidence)],
          ruledOut: [
            { code: 'turn.auth', variant: 'refused', because: 'it never came to asking for credentials' },
            { code: 'ice.dns', variant: 'lookup', because: 'its name was found, or is an address' },
            { code: 'turn.udp.dead', variant: 'no-answer', because: 'it was asked over TCP' },
            { code: 'turns.tls', variant: 'failed', because: 'the URL is turn:, without TLS' },
          ],
        };
      },
    },
  },
} as const satisfies CatalogueEntry;
