import { closedPort } from '../closedPort.ts';
import { handsOut } from './iceServerList.ts';
import type { ScenariosOf } from './scenario.ts';

export const turnsTls = [
  {
    id: 'connection.turns.tls.failed',
    title: 'TURN · TLS fails',
    story: 'The TURN server over TLS cannot be reached.',
    world: handsOut([
      { urls: [`turns:127.0.0.1:${closedPort}?transport=tcp`], username: 'user', credential: 'password' },
    ]),
    route: 'rest',
    settings: { iceTransportPolicy: 'relay' },
    limits: { connection: 1500 },
    expect: { outcome: 'failed', code: 'turns.tls', variant: 'failed', step: 'connection' },
  },
] as const satisfies ScenariosOf<'turns.tls'>;
