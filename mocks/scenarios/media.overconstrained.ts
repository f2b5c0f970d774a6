import type { ScenariosOf } from './scenario.ts';

export const mediaOverconstrained = [
  {
    id: 'offer.media.overconstrained.device',
    title: 'Microphone · The chosen one is gone',
    story: 'Your app asks for the headset that the user chose last time.',
    world: { devices: { microphone: 'overconstrained' } },
    request: { media: { microphone: true, deviceId: 'a-headset-that-is-gone' } },
    expect: { outcome: 'failed', code: 'media.overconstrained', variant: 'device', step: 'offer' },
  },
] as const satisfies ScenariosOf<'media.overconstrained'>;
