import type { ScenariosOf } from './scenario.ts';

export const iceHostname = [
  {
    id: 'connection.ice.hostname.unresolved',
    title: 'Answer · A name that nobody can resolve',
    story: 'The answer’s only candidate is a host name of the service’s own network.',
    world: { farEnd: { kind: 'hostname' } },
    limits: { connection: 2500 },
    expect: { outcome: 'failed', code: 'ice.hostname', variant: 'unresolved', step: 'connection' },
  },
] as const satisfies ScenariosOf<'ice.hostname'>;
