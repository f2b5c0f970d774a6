import type { ScenariosOf } from './scenario.ts';

export const mediaNone = [
  {
    id: 'offer.media.none.asked-for-nothing',
    title: 'Microphone · Asked for nothing',
    story: 'Your app calls getUserMedia with audio and video switched off.',
    world: {},
    request: { media: { microphone: true, nothing: true } },
    expect: { outcome: 'failed', code: 'media.none', variant: 'asked-for-nothing', step: 'offer' },
  },
] as const satisfies ScenariosOf<'media.none'>;
