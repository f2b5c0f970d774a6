import type { ScenariosOf } from './scenario.ts';

export const dtlsFingerprint = [
  {
    id: 'connection.dtls.fingerprint.mismatch',
    title: 'Connection · The certificate does not match',
    story: 'Something changes the answer on its way, and the far end’s certificate is not the announced one.',
    world: { farEnd: { kind: 'wrong-fingerprint' } },
    expect: { outcome: 'failed', code: 'dtls.fingerprint', variant: 'mismatch', step: 'connection' },
  },
] as const satisfies ScenariosOf<'dtls.fingerprint'>;
