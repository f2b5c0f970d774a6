import { howItEnded } from './connection.ts';
import type { CatalogueEntry } from './entry.ts';
import { isSilentUdp, relayMissed, serverProofs, serversThat, udpBlocked } from './relay.ts';
import { cutsOffSilently } from './sdkBehaviour.ts';

export const turnUdpDead = {
  code: 'turn.udp.dead',
  origin: 'debugger',
  title: 'The TURN server does not answer over UDP',
  cause:
    'Requests to the server went out and nothing came back: it is down, its port is closed, or something on the way drops UDP to it. A closed UDP port looks the same as a dropped packet. Browsers report it late: Chromium after 40 s, Firefox after 11 s.',
  remedy:
    'Check that the server runs and that its UDP port is reachable; offer TURN over TCP or TLS as well.',
  surfaces: [{ step: 'connection', statuses: ['none'] }],
  discrepancies: [cutsOffSilently],
  variants: {
    'no-answer': {
      title: 'The TURN server did not answer',
      actor: 'orga',
      specificity: 75,
      of: ['failed', 'waiting'],
      recognise: (evidence) => {
        const missed = relayMissed(evidence);
        if (missed === undefined || udpBlocked(evidence)) return undefined;
        const dead = serversThat(evidence, (server) => server.relay && isSilentUdp(server));
        const [first] = dead;
        if (first === undefined) return undefined;
        const others = evidence.connection.servers.filter(({ result }) => result === 'answered');
        return {
          certainty: first.result === 'timed-out' && missed === 'alone' ? 'proved' : 'likely',
          specificity: missed === 'alone' ? 80 : 74.5,
          cause: `${dead.map(({ url }) => url).join(' and ')} never answered.${others.length > 0 ? ` ${others.map(({ url }) => url).join(' and ')} did, so UDP as such works here.` : ''} ${missed === 'alone' ? 'With the policy “relay” there is no other way.' : 'The direct way failed too, and the relay would have been the way round.'}`,
          remedy:
            'Check that the TURN server runs and that its UDP port is open to this network. Ask the service for TURN over TCP or TLS too: the documented list has UDP only.',
          evidence: [...serverProofs(dead), howItEnded(evidence)],
          ruledOut: [
            { code: 'turn.auth', variant: 'refused', because: 'no refusal came: nothing came at all' },
            { code: 'ice.dns', variant: 'lookup', because: 'its name was found' },
            { code: 'turn.tcp.refused', variant: 'closed', because: 'it was asked over UDP' },
            ...(others.length > 0
              ? [
                  {
                    code: 'net.udp-blocked',
                    variant: 'relay-silent',
                    because: 'another server answered over UDP',
                  },
                ]
              : []),
          ],
        };
      },
    },
  },
} as const satisfies CatalogueEntry;
