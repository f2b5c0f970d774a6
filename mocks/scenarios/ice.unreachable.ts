import type { ScenariosOf } from './scenario.ts';

export const iceUnreachable = [
  {
    id: 'connection.ice.unreachable.no-answer',
    title: 'Connection · The far end does not answer',
    story: 'A firewall between your user and the service drops UDP.',
    world: { farEnd: { kind: 'unreachable' } },
    limits: { connection: 1500 },
    expect: { outcome: 'failed', code: 'ice.unreachable', variant: 'no-answer', step: 'connection' },
  },
] as const satisfies ScenariosOf<'ice.unreachable'>;
