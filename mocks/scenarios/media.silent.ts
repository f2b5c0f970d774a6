import type { ScenariosOf } from './scenario.ts';

export const mediaSilent = [
  {
    id: 'connection.media.silent.zeros',
    title: 'Microphone · It hears nothing',
    story: 'The microphone is muted by a switch of its own, and sends zeros.',
    world: { devices: { microphone: 'silent' } },
    request: { media: { microphone: true } },
    expect: { outcome: 'connected', code: 'media.silent', variant: 'zeros', step: 'connection' },
  },
] as const satisfies ScenariosOf<'media.silent'>;
