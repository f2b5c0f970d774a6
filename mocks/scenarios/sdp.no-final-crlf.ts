import type { ScenariosOf } from './scenario.ts';

export const sdpNoFinalCrlf = [
  {
    id: 'connection.sdp.no-final-crlf.trimmed',
    title: 'Answer · Its last line does not end',
    story: 'Your app trims the answer, and with it the end of its last line.',
    world: { farEnd: { kind: 'tamper', edits: ['no-final-crlf'] } },
    expect: { outcome: 'failed', code: 'sdp.no-final-crlf', variant: 'trimmed', step: 'connection' },
  },
] as const satisfies ScenariosOf<'sdp.no-final-crlf'>;
