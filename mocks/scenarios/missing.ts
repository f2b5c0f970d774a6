import type { ScenariosOf } from './scenario.ts';

export const missing = [
  {
    id: 'token.missing.email',
    title: '422 · Token request without email',
    story: 'Your backend talks to a service that wants the user’s email, and sends none.',
    route: 'rest',
    world: { switches: { emailRequired: true } },
    request: { alterations: [{ endpoint: 'client-secrets', omitField: 'email' }] },
    expect: { outcome: 'failed', code: 'missing', variant: 'email', step: 'token', httpStatus: 422 },
  },
  {
    id: 'call.missing.offer',
    title: '422 · Call without offer',
    story: 'Your app posts the parameters before the offer is ready.',
    world: {},
    request: { alterations: [{ endpoint: 'calls', omitField: 'offer' }] },
    expect: { outcome: 'failed', code: 'missing', variant: 'offer', step: 'call', httpStatus: 422 },
  },
  {
    id: 'call.missing.params',
    title: '422 · Call without params',
    story: 'Your app posts the offer alone, to a service that insists on params.',
    world: { switches: { paramsRequired: true } },
    request: { alterations: [{ endpoint: 'calls', omitField: 'params' }] },
    expect: { outcome: 'failed', code: 'missing', variant: 'params', step: 'call', httpStatus: 422 },
  },
  {
    id: 'call.missing.body',
    title: '422 · Call without a body',
    story: 'Your app posts nothing at all to /calls.',
    world: {},
    request: { alterations: [{ endpoint: 'calls', omitBody: true }] },
    expect: { outcome: 'failed', code: 'missing', variant: 'body', step: 'call', httpStatus: 422 },
  },
] as const satisfies ScenariosOf<'missing'>;
