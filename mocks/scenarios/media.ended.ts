import type { ScenariosOf } from './scenario.ts';

export const mediaEnded = [
  {
    id: 'connection.media.ended.unplugged',
    title: 'Microphone · It is unplugged',
    story: 'In the middle of the session the user pulls the headset out.',
    world: { devices: { microphone: 'unplugged' } },
    request: { media: { microphone: true } },
    expect: { outcome: 'connected', code: 'media.ended', variant: 'unplugged', step: 'connection' },
  },
] as const satisfies ScenariosOf<'media.ended'>;
