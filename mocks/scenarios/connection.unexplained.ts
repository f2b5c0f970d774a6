import type { ScenariosOf } from './scenario.ts';

export const connectionUnexplained = [
  {
    id: 'connection.connection.unexplained.channel',
    title: 'Connection · The data channel never opens',
    story: 'The data channel’s association goes nowhere, and nothing says why.',
    world: { farEnd: { kind: 'tamper', edits: ['sctp-port'] } },
    limits: { connection: 2500 },
    expect: { outcome: 'failed', code: 'connection.unexplained', variant: 'channel', step: 'connection' },
  },
  {
    id: 'connection.connection.unexplained.dtls',
    title: 'Connection · Encryption never begins',
    story: 'Both sides begin the DTLS handshake, and nothing says why.',
    world: { farEnd: { kind: 'tamper', edits: ['same-role'] } },
    limits: { connection: 2500 },
    expect: { outcome: 'failed', code: 'connection.unexplained', variant: 'dtls', step: 'connection' },
  },
] as const satisfies ScenariosOf<'connection.unexplained'>;
