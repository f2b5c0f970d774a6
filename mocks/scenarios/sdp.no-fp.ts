import type { ScenariosOf } from './scenario.ts';

export const sdpNoFp = [
  {
    id: 'connection.sdp.no-fp.absent',
    title: 'Answer · Without a fingerprint',
    story: 'The answer does not say which certificate the far end has.',
    world: { farEnd: { kind: 'tamper', edits: ['no-fp'] } },
    expect: { outcome: 'failed', code: 'sdp.no-fp', variant: 'absent', step: 'connection' },
  },
] as const satisfies ScenariosOf<'sdp.no-fp'>;
