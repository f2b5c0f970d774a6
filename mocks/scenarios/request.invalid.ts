import type { ScenariosOf } from './scenario.ts';

export const requestInvalid = [
  {
    id: 'call.request.invalid.json-invalid',
    title: '422 · Call: the body is not JSON',
    story: 'Your app builds the JSON by hand, and it breaks off.',
    world: {},
    request: { alterations: [{ endpoint: 'calls', body: '{"offer": {"type": "offer", "sdp": ' }] },
    expect: {
      outcome: 'failed',
      code: 'request.invalid',
      variant: 'json-invalid',
      step: 'call',
      httpStatus: 422,
    },
  },
] as const satisfies ScenariosOf<'request.invalid'>;
