import type { ScenariosOf } from './scenario.ts';
import { pageFault } from './upstream.ts';

const notFound = pageFault(404, 'Not Found', 'Cannot GET /api/orga-client-secrets');

export const backendRouteMissing = [
  {
    id: 'token.backend.route-missing.not-found.backend',
    title: '404 · Your backend has no such route',
    story: 'Your session endpoint was never deployed, and your web server answers for it.',
    route: 'backend',
    world: { faults: { session: [notFound] } },
    expect: {
      outcome: 'failed',
      code: 'backend.route-missing',
      variant: 'not-found',
      step: 'token',
      httpStatus: 404,
    },
  },
] as const satisfies ScenariosOf<'backend.route-missing'>;
