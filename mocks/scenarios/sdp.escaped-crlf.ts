import type { ScenariosOf } from './scenario.ts';

export const sdpEscapedCrlf = [
  {
    id: 'connection.sdp.escaped-crlf.escaped',
    title: 'Answer · Its line ends are escaped',
    story: 'Something turns the answer into JSON once too often: its line ends are letters.',
    world: { farEnd: { kind: 'tamper', edits: ['escaped-crlf'] } },
    expect: { outcome: 'failed', code: 'sdp.escaped-crlf', variant: 'escaped', step: 'connection' },
  },
] as const satisfies ScenariosOf<'sdp.escaped-crlf'>;
