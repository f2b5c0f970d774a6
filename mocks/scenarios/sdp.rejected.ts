import type { ScenariosOf } from './scenario.ts';

export const sdpRejected = [
  {
    id: 'connection.sdp.rejected.other',
    title: 'Connection · The answer does not match the offer',
    story: 'The answer leaves out what the offer asked for, and the browser refuses it.',
    world: { farEnd: { kind: 'answer', sdp: 'v=0\r\no=- 0 0 IN IP4 127.0.0.1\r\ns=-\r\nt=0 0\r\n' } },
    expect: { outcome: 'failed', code: 'sdp.rejected', variant: 'other', step: 'connection' },
  },
] as const satisfies ScenariosOf<'sdp.rejected'>;
