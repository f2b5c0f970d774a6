import type { ScenariosOf } from './scenario.ts';
import { pageFault } from './upstream.ts';

const blocked = pageFault(
  403,
  'Access denied',
  'This site is not allowed by the policy of your organisation.',
);

export const proxyAnswered = [
  {
    id: 'token.proxy.answered.page',
    title: '403 · Token: a proxy’s page',
    story: 'Your company’s proxy does not know the service, and answers with a page of its own.',
    route: 'rest',
    world: { faults: { 'client-secrets': [blocked] } },
    expect: { outcome: 'failed', code: 'proxy.answered', variant: 'page', step: 'token', httpStatus: 403 },
  },
  {
    id: 'call.proxy.answered.page',
    title: '403 · Call: a proxy’s page',
    story: 'Your user’s company proxy blocks the service, and answers with a page of its own.',
    world: { faults: { calls: [blocked] } },
    expect: { outcome: 'failed', code: 'proxy.answered', variant: 'page', step: 'call', httpStatus: 403 },
  },
] as const satisfies ScenariosOf<'proxy.answered'>;
