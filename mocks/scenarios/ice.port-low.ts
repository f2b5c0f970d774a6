import type { ScenariosOf } from './scenario.ts';

export const icePortLow = [
  {
    id: 'connection.ice.port-low.below-1024',
    title: 'Answer · A port that browsers avoid',
    story: 'The answer’s only candidate has a port below 1024, and the browser drops it in silence.',
    world: { farEnd: { kind: 'port-low' } },
    limits: { connection: 1500 },
    expect: { outcome: 'failed', code: 'ice.port-low', variant: 'below-1024', step: 'connection' },
  },
] as const satisfies ScenariosOf<'ice.port-low'>;
