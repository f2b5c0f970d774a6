import type { ScenariosOf } from './scenario.ts';

export const iceAdd = [
  {
    id: 'connection.ice.add.early',
    title: 'Peer · A candidate too early',
    story: 'Your app adds a candidate before the answer is applied.',
    world: {},
    request: { peer: 'candidate-early' },
    expect: { outcome: 'failed', code: 'ice.add', variant: 'early', step: 'connection' },
  },
  {
    id: 'connection.ice.add.garbage',
    title: 'Peer · A candidate that is none',
    story: 'Your app adds a text that is no candidate.',
    world: {},
    request: { peer: 'candidate-garbage' },
    expect: { outcome: 'failed', code: 'ice.add', variant: 'garbage', step: 'connection' },
  },
] as const satisfies ScenariosOf<'ice.add'>;
