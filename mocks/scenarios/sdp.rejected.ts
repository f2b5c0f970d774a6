import type { ScenariosOf } from './scenario.ts';

export const sdpRejected = [
  {
    id: 'connection.sdp.rejected.other',
    title: 'Answer · The browser refuses it',
    story: 'The answer holds a line that no rule here knows and no browser accepts.',
    world: { farEnd: { kind: 'tamper', edits: ['bad-bandwidth'] } },
    expect: { outcome: 'failed', code: 'sdp.rejected', variant: 'other', step: 'connection' },
  },
] as const satisfies ScenariosOf<'sdp.rejected'>;
