import type { ScenariosOf } from './scenario.ts';

export const sdpDir = [
  {
    id: 'connection.sdp.dir.inactive',
    title: 'Answer · Nobody sends and nobody receives',
    story: 'The session is up, and the answer has switched the sound off both ways.',
    world: { farEnd: { kind: 'tamper', edits: ['inactive'] } },
    expect: { outcome: 'connected', code: 'sdp.dir', variant: 'inactive', step: 'connection' },
  },
  {
    id: 'connection.sdp.dir.one-way',
    title: 'Answer · The sound goes one way only',
    story: 'The session is up, and the answer only wants to receive.',
    world: { farEnd: { kind: 'tamper', edits: ['recvonly'] } },
    expect: { outcome: 'connected', code: 'sdp.dir', variant: 'one-way', step: 'connection' },
  },
] as const satisfies ScenariosOf<'sdp.dir'>;
