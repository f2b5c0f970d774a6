import type { ScenariosOf } from './scenario.ts';

export const sdpSetup = [
  {
    id: 'connection.sdp.setup.actpass',
    title: 'Answer · It leaves the DTLS role open',
    story: 'The answer says actpass, which only an offer may say.',
    world: { farEnd: { kind: 'tamper', edits: ['setup'] } },
    expect: { outcome: 'failed', code: 'sdp.setup', variant: 'actpass', step: 'connection' },
  },
] as const satisfies ScenariosOf<'sdp.setup'>;
