import { handsOut } from './iceServerList.ts';
import type { ScenariosOf } from './scenario.ts';

export const iceDns = [
  {
    id: 'connection.ice.dns.lookup',
    title: 'TURN · Its name does not resolve',
    story: 'The TURN server’s name is misspelt, and no address belongs to it.',
    world: {
      ...handsOut([
        { urls: ['turn:turn.orga-ai.invalid:3478?transport=udp'], username: 'user', credential: 'password' },
      ]),
      keepReservedServers: true,
    },
    route: 'rest',
    settings: { iceTransportPolicy: 'relay' },
    limits: { connection: 10000 },
    expect: { outcome: 'failed', code: 'ice.dns', variant: 'lookup', step: 'connection' },
  },
] as const satisfies ScenariosOf<'ice.dns'>;
