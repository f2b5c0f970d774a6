import type { ScenariosOf } from './scenario.ts';

export const sigState = [
  {
    id: 'connection.sig.state.answer-twice',
    title: 'Peer · The answer is applied twice',
    story: 'Your app applies the same answer a second time.',
    world: {},
    request: { peer: 'answer-twice' },
    expect: { outcome: 'failed', code: 'sig.state', variant: 'answer-twice', step: 'connection' },
  },
] as const satisfies ScenariosOf<'sig.state'>;
