import type { ScenariosOf } from './scenario.ts';

export const connectionUnexplained = [
  {
    id: 'connection.connection.unexplained.channel',
    title: 'Connection · The data channel is refused',
    story: 'The service’s answer refuses the data channel, and nothing says why.',
    world: { farEnd: { kind: 'refuses-channel' } },
    limits: { connection: 2500 },
    expect: { outcome: 'failed', code: 'connection.unexplained', variant: 'channel', step: 'connection' },
  },
] as const satisfies ScenariosOf<'connection.unexplained'>;
