import type { ScenariosOf } from './scenario.ts';

export const credentialUndefined = [
  {
    id: 'ice-config.credential.undefined.sent',
    title: '401 · ICE config with “Bearer undefined”',
    story: 'The reply has no token, your backend goes on as the SDK does, and sends the word “undefined”.',
    route: 'rest',
    world: {
      faults: {
        'client-secrets': [{ kind: 'rewrite', rewrite: { kind: 'omit', field: 'ephemeral_token' } }],
      },
    },
    settings: { continueWithoutToken: true },
    expect: {
      outcome: 'failed',
      code: 'credential.undefined',
      variant: 'sent',
      step: 'ice-config',
      httpStatus: 401,
    },
  },
  {
    id: 'call.credential.undefined.sent.backend',
    title: '401 · Call with “Bearer undefined”',
    story: 'Your backend’s reply has no token, your app does not check, and sends the word “undefined”.',
    route: 'backend',
    world: { faults: { session: [{ kind: 'rewrite', rewrite: { kind: 'omit', field: 'ephemeralToken' } }] } },
    settings: { continueWithoutToken: true },
    expect: {
      outcome: 'failed',
      code: 'credential.undefined',
      variant: 'sent',
      step: 'call',
      httpStatus: 401,
    },
  },
] as const satisfies ScenariosOf<'credential.undefined'>;
