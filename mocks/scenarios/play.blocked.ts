import type { ScenariosOf } from './scenario.ts';

export const playBlocked = [
  {
    id: 'connection.play.blocked.autoplay',
    title: 'Media · The browser does not play the sound',
    story: 'Your page starts the sound before the user has touched the page.',
    world: { devices: { playback: 'blocked' } },
    request: { media: { playback: true } },
    expect: { outcome: 'connected', code: 'play.blocked', variant: 'autoplay', step: 'connection' },
  },
] as const satisfies ScenariosOf<'play.blocked'>;
