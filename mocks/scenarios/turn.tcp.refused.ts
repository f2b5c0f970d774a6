import { closedPort } from '../closedPort.ts';
import { handsOut } from './iceServerList.ts';
import type { ScenariosOf } from './scenario.ts';

export const turnTcpRefused = [
  {
    id: 'connection.turn.tcp.refused.closed',
    title: 'TURN · It refuses TCP',
    story: 'Nobody listens on the TURN server’s TCP port.',
    world: handsOut([
      { urls: [`turn:127.0.0.1:${closedPort}?transport=tcp`], username: 'user', credential: 'password' },
    ]),
    route: 'rest',
    settings: { iceTransportPolicy: 'relay' },
    limits: { connection: 1500 },
    expect: { outcome: 'failed', code: 'turn.tcp.refused', variant: 'closed', step: 'connection' },
  },
] as const satisfies ScenariosOf<'turn.tcp.refused'>;
