import { handsOut } from './iceServerList.ts';
import type { ScenariosOf } from './scenario.ts';

export const turnPortDisallowed = [
  {
    id: 'connection.turn.port-disallowed.silent',
    title: 'TURN · Its port is one that browsers avoid',
    story: 'The TURN server has a port below 1024, and the browser passes it over in silence.',
    world: handsOut([
      { urls: ['turn:127.0.0.1:465?transport=tcp'], username: 'user', credential: 'password' },
    ]),
    route: 'rest',
    settings: { iceTransportPolicy: 'relay' },
    limits: { connection: 1500 },
    expect: { outcome: 'failed', code: 'turn.port-disallowed', variant: 'silent', step: 'connection' },
  },
] as const satisfies ScenariosOf<'turn.port-disallowed'>;
