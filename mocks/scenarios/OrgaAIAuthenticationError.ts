import type { ScenariosOf } from './scenario.ts';
import { envelopeFault } from './upstream.ts';

const scopeMismatch = envelopeFault(403, 'Scope mismatch', 'invalid_request_error');

export const orgaAIAuthenticationError = [
  {
    id: 'token.OrgaAIAuthenticationError.401.backend',
    title: '401 · Your backend’s API key is wrong',
    story: 'ORGA_API_KEY in your backend’s environment is not the right one.',
    route: 'backend',
    world: { backend: { apiKey: 'wrong' } },
    expect: {
      outcome: 'failed',
      code: 'OrgaAIAuthenticationError',
      variant: '401',
      step: 'token',
      httpStatus: 401,
    },
  },
  {
    id: 'token.OrgaAIAuthenticationError.403.backend',
    title: '403 · Your backend’s API key is refused',
    story: 'ORGA_API_KEY is known to the service but may not create tokens.',
    route: 'backend',
    world: { faults: { 'client-secrets': [scopeMismatch] } },
    expect: {
      outcome: 'failed',
      code: 'OrgaAIAuthenticationError',
      variant: '403',
      step: 'token',
      httpStatus: 403,
    },
  },
  {
    id: 'token.OrgaAIAuthenticationError.no-key.backend',
    title: '500 · Your backend has no API key',
    story: 'ORGA_API_KEY is not set where your backend runs.',
    route: 'backend',
    world: { backend: { apiKey: 'unset' } },
    expect: {
      outcome: 'failed',
      code: 'OrgaAIAuthenticationError',
      variant: 'no-key',
      step: 'token',
      httpStatus: 500,
    },
  },
] as const satisfies ScenariosOf<'OrgaAIAuthenticationError'>;
