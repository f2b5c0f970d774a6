import type { ScenariosOf } from './scenario.ts';

export const iceBadpwd = [
  {
    id: 'connection.ice.badpwd.password',
    title: 'Answer · The wrong ICE password',
    story: 'Something mixes up two sessions: the password in the answer is that of another.',
    world: { farEnd: { kind: 'bad-password' } },
    limits: { connection: 2500 },
    expect: { outcome: 'failed', code: 'ice.badpwd', variant: 'password', step: 'connection' },
  },
] as const satisfies ScenariosOf<'ice.badpwd'>;
