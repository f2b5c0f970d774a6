import type { ScenariosOf } from './scenario.ts';

export const mediaBusy = [
  {
    id: 'offer.media.busy.in-use',
    title: 'Microphone · Another program has it',
    story: 'A conference program on the user’s computer holds the microphone.',
    world: { devices: { microphone: 'busy' } },
    request: { media: { microphone: true } },
    expect: { outcome: 'failed', code: 'media.busy', variant: 'in-use', step: 'offer' },
  },
] as const satisfies ScenariosOf<'media.busy'>;
