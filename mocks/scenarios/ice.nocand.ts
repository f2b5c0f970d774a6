import type { ScenariosOf } from './scenario.ts';

export const iceNocand = [
  {
    id: 'connection.ice.nocand.answer',
    title: 'Connection · An answer without candidates',
    story: 'The service’s answer says nowhere where to connect to.',
    world: { farEnd: { kind: 'no-candidates' } },
    limits: { connection: 1500 },
    expect: { outcome: 'failed', code: 'ice.nocand', variant: 'answer', step: 'connection' },
  },
] as const satisfies ScenariosOf<'ice.nocand'>;
