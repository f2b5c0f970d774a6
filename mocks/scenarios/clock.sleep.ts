import type { ScenariosOf } from './scenario.ts';

export const clockSleep = [
  {
    id: 'connection.clock.sleep.suspended',
    title: 'Machine · It sleeps while it connects',
    story: 'The user closes the lid while your app connects.',
    world: { farEnd: { kind: 'mute' }, sleep: { after: 800, asleep: 60_000 } },
    limits: { connection: 3500 },
    expect: { outcome: 'failed', code: 'clock.sleep', variant: 'suspended', step: 'connection' },
  },
] as const satisfies ScenariosOf<'clock.sleep'>;
