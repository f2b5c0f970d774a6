import { handsOut } from './iceServerList.ts';
import type { ScenariosOf } from './scenario.ts';

export const relayNoturn = [
  {
    id: 'connection.relay.noturn.policy',
    title: 'ICE · Relay only, and no TURN server',
    story: 'Your app allows relayed connections only, and the list has no TURN server.',
    world: handsOut([{ urls: ['stun:stun1.orga-ai.test:19302'] }]),
    route: 'rest',
    settings: { iceTransportPolicy: 'relay' },
    limits: { connection: 1500 },
    expect: { outcome: 'failed', code: 'relay.noturn', variant: 'policy', step: 'connection' },
  },
] as const satisfies ScenariosOf<'relay.noturn'>;
