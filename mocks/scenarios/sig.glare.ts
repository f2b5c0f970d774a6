import type { ScenariosOf } from './scenario.ts';

export const sigGlare = [
  {
    id: 'connection.sig.glare.offer-to-offer',
    title: 'Peer · Two offers cross',
    story: 'Your app takes an offer of the other side while its own is still unanswered.',
    world: {},
    request: { peer: 'offer-to-offer' },
    expect: { outcome: 'failed', code: 'sig.glare', variant: 'offer-to-offer', step: 'connection' },
  },
] as const satisfies ScenariosOf<'sig.glare'>;
