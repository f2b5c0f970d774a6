import { appOrigin, loginPath } from '../origins.ts';
import type { ScenariosOf } from './scenario.ts';

export const backendLoginRequired = [
  {
    id: 'token.backend.login-required.refused.backend',
    title: '401 · Your backend wants a login',
    story: 'Your session endpoint is behind your own login, and the page sends no session.',
    route: 'backend',
    world: {
      faults: { session: [{ kind: 'reply', reply: { status: 401, body: { message: 'Please sign in.' } } }] },
    },
    expect: {
      outcome: 'failed',
      code: 'backend.login-required',
      variant: 'refused',
      step: 'token',
      httpStatus: 401,
    },
  },
  {
    id: 'token.backend.login-required.redirected.backend',
    title: '200 · Your backend shows its login page',
    story: 'Your session endpoint sends whoever is not signed in to the login page.',
    route: 'backend',
    world: {
      faults: {
        session: [{ kind: 'reply', reply: { status: 302, headers: { location: appOrigin + loginPath } } }],
      },
    },
    expect: {
      outcome: 'failed',
      code: 'backend.login-required',
      variant: 'redirected',
      step: 'token',
      httpStatus: 200,
    },
  },
] as const satisfies ScenariosOf<'backend.login-required'>;
