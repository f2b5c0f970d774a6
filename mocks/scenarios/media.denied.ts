import type { ScenariosOf } from './scenario.ts';

export const mediaDenied = [
  {
    id: 'offer.media.denied.user',
    title: 'Microphone · The user says no',
    story: 'The user is asked for the microphone, and refuses it.',
    world: { devices: { microphone: 'denied' } },
    request: { media: { microphone: true } },
    expect: { outcome: 'failed', code: 'media.denied', variant: 'user', step: 'offer' },
  },
  {
    id: 'offer.media.denied.os',
    title: 'Microphone · The system says no',
    story: 'The operating system does not let the browser have the microphone.',
    world: { devices: { microphone: 'denied-os' } },
    request: { media: { microphone: true } },
    expect: { outcome: 'failed', code: 'media.denied', variant: 'os', step: 'offer' },
  },
] as const satisfies ScenariosOf<'media.denied'>;
