import type { ScenariosOf } from './scenario.ts';

export const networkUnreachable = [
  {
    id: 'token.network.unreachable.no-response',
    title: 'Network · Token: nothing to connect to',
    story: 'The request for a token never reaches the service: refused, no such host, or blocked.',
    route: 'rest',
    world: { faults: { 'client-secrets': [{ kind: 'refused' }] } },
    expect: { outcome: 'failed', code: 'network.unreachable', variant: 'no-response', step: 'token' },
  },
  {
    id: 'ice-config.network.unreachable.no-response',
    title: 'Network · ICE config: nothing to connect to',
    story: 'The network goes away between your token and your ICE servers.',
    route: 'rest',
    world: { faults: { 'ice-config': [{ kind: 'refused' }] } },
    expect: { outcome: 'failed', code: 'network.unreachable', variant: 'no-response', step: 'ice-config' },
  },
  {
    id: 'call.network.unreachable.no-response',
    title: 'Network · Call: nothing to connect to',
    story: 'A firewall lets your page through to your backend, but not to the service.',
    world: { faults: { calls: [{ kind: 'refused' }] } },
    expect: { outcome: 'failed', code: 'network.unreachable', variant: 'no-response', step: 'call' },
  },
  {
    id: 'call.network.unreachable.without-cors',
    title: 'Network · Call: a 503 that the browser hides',
    story: 'The service answers 503 without CORS headers, so your page sees a network error.',
    world: { faults: { calls: [{ kind: 'reply', reply: { status: 503, body: '', withoutCors: true } }] } },
    expect: { outcome: 'failed', code: 'network.unreachable', variant: 'no-response', step: 'call' },
  },
  {
    id: 'token.network.unreachable.no-response.backend',
    title: 'Network · Your backend is down',
    story: 'Your page asks its own session endpoint, and nobody listens there.',
    route: 'backend',
    world: { faults: { session: [{ kind: 'refused' }] } },
    expect: { outcome: 'failed', code: 'network.unreachable', variant: 'no-response', step: 'token' },
  },
  {
    id: 'token.network.unreachable.fetch-failed.backend',
    title: '500 · Your backend cannot reach the service',
    story: 'Your backend has no way out to the service, and passes on “fetch failed”.',
    route: 'backend',
    world: { faults: { 'client-secrets': [{ kind: 'refused' }] } },
    expect: {
      outcome: 'failed',
      code: 'network.unreachable',
      variant: 'fetch-failed',
      step: 'token',
      httpStatus: 500,
    },
  },
] as const satisfies ScenariosOf<'network.unreachable'>;
