import type { ScenariosOf } from './scenario.ts';

export const sdpNotsdp = [
  {
    id: 'connection.sdp.notsdp.text',
    title: 'Connection · The answer is no SDP',
    story: 'The answer’s sdp field holds an error text.',
    world: { farEnd: { kind: 'answer', sdp: '{"error":"media server not ready"}' } },
    expect: { outcome: 'failed', code: 'sdp.notsdp', variant: 'text', step: 'connection' },
  },
] as const satisfies ScenariosOf<'sdp.notsdp'>;
