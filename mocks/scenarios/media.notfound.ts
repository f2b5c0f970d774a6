import type { ScenariosOf } from './scenario.ts';

export const mediaNotfound = [
  {
    id: 'offer.media.notfound.none',
    title: 'Microphone · There is none',
    story: 'The user’s computer has no microphone.',
    world: { devices: { microphone: 'none' } },
    request: { media: { microphone: true } },
    expect: { outcome: 'failed', code: 'media.notfound', variant: 'none', step: 'offer' },
  },
] as const satisfies ScenariosOf<'media.notfound'>;
