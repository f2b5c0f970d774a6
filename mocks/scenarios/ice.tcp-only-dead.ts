import type { ScenariosOf } from './scenario.ts';

export const iceTcpOnlyDead = [
  {
    id: 'connection.ice.tcp-only-dead.passive',
    title: 'Answer · Only TCP, and nobody listens',
    story: 'The answer’s only candidate is a TCP port, and it is closed.',
    world: { farEnd: { kind: 'tcp-only' } },
    limits: { connection: 4000 },
    expect: { outcome: 'failed', code: 'ice.tcp-only-dead', variant: 'passive', step: 'connection' },
  },
] as const satisfies ScenariosOf<'ice.tcp-only-dead'>;
