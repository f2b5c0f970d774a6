import { closedPort } from '../closedPort.ts';
import { handsOut } from './iceServerList.ts';
import type { ScenariosOf } from './scenario.ts';

export const turnUdpDead = [
  {
    id: 'connection.turn.udp.dead.no-answer',
    title: 'TURN · It does not answer over UDP',
    story: 'Nobody listens where the TURN server should be, and nobody says so.',
    world: handsOut([
      { urls: [`turn:127.0.0.1:${closedPort}?transport=udp`], username: 'user', credential: 'password' },
    ]),
    route: 'rest',
    settings: { iceTransportPolicy: 'relay' },
    limits: { offer: 1200, connection: 2500 },
    expect: { outcome: 'failed', code: 'turn.udp.dead', variant: 'no-answer', step: 'connection' },
  },
] as const satisfies ScenariosOf<'turn.udp.dead'>;
