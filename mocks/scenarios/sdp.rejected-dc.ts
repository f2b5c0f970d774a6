import type { ScenariosOf } from './scenario.ts';

export const sdpRejectedDc = [
  {
    id: 'connection.sdp.rejected-dc.port-0',
    title: 'Answer · The data channel is refused',
    story: 'The answer refuses the section of the data channel.',
    world: { farEnd: { kind: 'tamper', edits: ['rejected-dc'] } },
    limits: { connection: 2500 },
    expect: { outcome: 'failed', code: 'sdp.rejected-dc', variant: 'port-0', step: 'connection' },
  },
] as const satisfies ScenariosOf<'sdp.rejected-dc'>;
