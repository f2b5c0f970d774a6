import type { ScenariosOf } from './scenario.ts';

export const sdpCodec = [
  {
    id: 'connection.sdp.codec.none-common',
    title: 'Answer · No codec in common',
    story: 'The session is up, and the answer names a codec that no browser knows.',
    world: { farEnd: { kind: 'tamper', edits: ['no-common-codec'] } },
    expect: { outcome: 'connected', code: 'sdp.codec', variant: 'none-common', step: 'connection' },
  },
] as const satisfies ScenariosOf<'sdp.codec'>;
