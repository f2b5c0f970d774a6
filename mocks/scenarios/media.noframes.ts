import type { ScenariosOf } from './scenario.ts';

export const mediaNoframes = [
  {
    id: 'connection.media.noframes.received',
    title: 'Media · No sound ever arrives',
    story: 'The session is up, and the service never sends any sound.',
    world: { farEnd: { kind: 'no-track' } },
    expect: { outcome: 'connected', code: 'media.noframes', variant: 'received', step: 'connection' },
  },
] as const satisfies ScenariosOf<'media.noframes'>;
