import type { ScenariosOf } from './scenario.ts';

export const sigType = [
  {
    id: 'connection.sig.type.misspelt',
    title: 'Peer · The answer’s type is misspelt',
    story: 'Your app applies a description of the type “anwser”.',
    world: {},
    request: { peer: 'answer-type' },
    expect: { outcome: 'failed', code: 'sig.type', variant: 'misspelt', step: 'connection' },
  },
] as const satisfies ScenariosOf<'sig.type'>;
