import type { ScenariosOf } from './scenario.ts';

export const connectionUnexplained = [
  {
    id: 'connection.connection.unexplained.channel',
    title: 'Connection · The data channel never opens',
    story: 'The answer accepts the data channel, nobody is there, and nothing says why.',
    world: { farEnd: { kind: 'no-association' } },
    limits: { connection: 2500 },
    expect: { outcome: 'failed', code: 'connection.unexplained', variant: 'channel', step: 'connection' },
  },
  {
    id: 'connection.connection.unexplained.dtls',
    title: 'Connection · Encryption never begins',
    story: 'Each side waits for the other to begin the DTLS handshake, and nothing says why.',
    world: { farEnd: { kind: 'no-handshake' } },
    limits: { connection: 2500 },
    expect: { outcome: 'failed', code: 'connection.unexplained', variant: 'dtls', step: 'connection' },
  },
] as const satisfies ScenariosOf<'connection.unexplained'>;
