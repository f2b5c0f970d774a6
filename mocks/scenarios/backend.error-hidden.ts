import type { ScenariosOf } from './scenario.ts';

export const backendErrorHidden = [
  {
    id: 'token.backend.error-hidden.opaque.backend',
    title: '500 · Your backend keeps the reason',
    story: 'The service refuses your backend’s key, and your backend answers 500 and nothing else.',
    route: 'backend',
    world: { backend: { style: 'opaque', apiKey: 'wrong' } },
    expect: {
      outcome: 'failed',
      code: 'backend.error-hidden',
      variant: 'opaque',
      step: 'token',
      httpStatus: 500,
    },
  },
] as const satisfies ScenariosOf<'backend.error-hidden'>;
