import type { ScenariosOf } from './scenario.ts';

export const sdpTruncated = [
  {
    id: 'connection.sdp.truncated.cut',
    title: 'Answer · It ends in the middle',
    story: 'Something on the way cuts the answer off in the middle of a line.',
    world: { farEnd: { kind: 'tamper', edits: ['truncated'] } },
    expect: { outcome: 'failed', code: 'sdp.truncated', variant: 'cut', step: 'connection' },
  },
] as const satisfies ScenariosOf<'sdp.truncated'>;
