import type { ScenariosOf } from './scenario.ts';

export const appNoSession = [
  {
    id: 'connection.app.no-session.silent',
    title: 'Connection · The far end never speaks',
    story: 'The channel is open, and no session ever begins.',
    world: { farEnd: { kind: 'mute' } },
    limits: { connection: 2500 },
    expect: { outcome: 'failed', code: 'app.no-session', variant: 'silent', step: 'connection' },
  },
] as const satisfies ScenariosOf<'app.no-session'>;
