import type { ScenariosOf } from './scenario.ts';

export const backendCachedToken = [
  {
    id: 'call.backend.cached-token.used.backend',
    title: '401 · Your backend hands out a cached token',
    story: 'Your backend caches its session reply, and the second session gets the token of the first.',
    route: 'backend',
    world: { backend: { caches: true } },
    request: { again: 'token' },
    expect: {
      outcome: 'failed',
      code: 'backend.cached-token',
      variant: 'used',
      step: 'call',
      httpStatus: 401,
    },
  },
] as const satisfies ScenariosOf<'backend.cached-token'>;
