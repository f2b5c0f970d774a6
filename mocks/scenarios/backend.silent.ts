import type { ScenariosOf } from './scenario.ts';

export const backendSilent = [
  {
    id: 'token.backend.silent.no-response.backend',
    title: 'No response · Your backend',
    story: 'Your session endpoint takes the request and never answers.',
    route: 'backend',
    world: { faults: { session: [{ kind: 'silence' }] } },
    limits: { token: 700 },
    expect: { outcome: 'failed', code: 'backend.silent', variant: 'no-response', step: 'token' },
  },
] as const satisfies ScenariosOf<'backend.silent'>;
