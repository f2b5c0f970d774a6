import type { ScenariosOf } from './scenario.ts';

export const dcRemoteClose = [
  {
    id: 'connection.dc.remote-close.closed',
    title: 'Connection · The far end hangs up',
    story: 'The service opens the channel and hangs up before the session begins.',
    world: { farEnd: { kind: 'closes', after: 50, silent: true } },
    expect: { outcome: 'failed', code: 'dc.remote-close', variant: 'closed', step: 'connection' },
  },
] as const satisfies ScenariosOf<'dc.remote-close'>;
