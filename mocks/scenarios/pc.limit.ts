import type { ScenariosOf } from './scenario.ts';

export const pcLimit = [
  {
    id: 'offer.pc.limit.too-many',
    title: 'Peer · Too many peer connections',
    story: 'Your page opens a peer connection for every attempt and never closes one.',
    world: {},
    request: { peer: 'many-peers' },
    expect: { outcome: 'failed', code: 'pc.limit', variant: 'too-many', step: 'offer' },
  },
] as const satisfies ScenariosOf<'pc.limit'>;
