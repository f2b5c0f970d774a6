import type { ScenariosOf } from './scenario.ts';

export const gatherMdns = [
  {
    id: 'offer.gather.mdns.hidden',
    title: 'ICE · The browser hides its addresses',
    story: 'The browser offers names ending in .local instead of its addresses, as it should.',
    world: {},
    expect: { outcome: 'connected', advice: { code: 'gather.mdns', variant: 'hidden' } },
  },
] as const satisfies ScenariosOf<'gather.mdns'>;
