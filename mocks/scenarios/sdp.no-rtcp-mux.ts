import type { ScenariosOf } from './scenario.ts';

export const sdpNoRtcpMux = [
  {
    id: 'connection.sdp.no-rtcp-mux.absent',
    title: 'Answer · Without rtcp-mux',
    story: 'The answer wants RTCP on a port of its own, which browsers no longer do.',
    world: { farEnd: { kind: 'tamper', edits: ['no-rtcp-mux'] } },
    expect: { outcome: 'failed', code: 'sdp.no-rtcp-mux', variant: 'absent', step: 'connection' },
  },
] as const satisfies ScenariosOf<'sdp.no-rtcp-mux'>;
