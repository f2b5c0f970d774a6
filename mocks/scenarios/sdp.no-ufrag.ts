import type { ScenariosOf } from './scenario.ts';

export const sdpNoUfrag = [
  {
    id: 'connection.sdp.no-ufrag.absent',
    title: 'Answer · Without ICE credentials',
    story: 'The answer has no ice-ufrag, so no check could be signed.',
    world: { farEnd: { kind: 'tamper', edits: ['no-ufrag'] } },
    expect: { outcome: 'failed', code: 'sdp.no-ufrag', variant: 'absent', step: 'connection' },
  },
] as const satisfies ScenariosOf<'sdp.no-ufrag'>;
