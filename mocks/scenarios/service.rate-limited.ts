import type { ScenariosOf } from './scenario.ts';
import { limited, limitedFor30Seconds } from './upstream.ts';

export const serviceRateLimited = [
  {
    id: 'token.service.rate-limited.retry-after',
    title: '429 · Token: too many requests, with Retry-After',
    story: 'Your backend fetches tokens in a loop, and the service says when to come back.',
    route: 'rest',
    world: { faults: { 'client-secrets': [limitedFor30Seconds] } },
    expect: {
      outcome: 'failed',
      code: 'service.rate-limited',
      variant: 'retry-after',
      step: 'token',
      httpStatus: 429,
    },
  },
  {
    id: 'ice-config.service.rate-limited.no-retry-after',
    title: '429 · ICE config: too many requests',
    story: 'Your backend asks for ICE servers far more often than it starts sessions.',
    route: 'rest',
    world: { faults: { 'ice-config': [limited] } },
    expect: {
      outcome: 'failed',
      code: 'service.rate-limited',
      variant: 'no-retry-after',
      step: 'ice-config',
      httpStatus: 429,
    },
  },
  {
    id: 'call.service.rate-limited.retry-after',
    title: '429 · Call: too many requests, with Retry-After',
    story: 'All your users call at the same time, and the service says when to come back.',
    world: { faults: { calls: [limitedFor30Seconds] } },
    expect: {
      outcome: 'failed',
      code: 'service.rate-limited',
      variant: 'retry-after',
      step: 'call',
      httpStatus: 429,
    },
  },
  {
    id: 'call.service.rate-limited.no-retry-after',
    title: '429 · Call: too many requests',
    story: 'Your app calls again and again, and the service does not say when to come back.',
    world: { faults: { calls: [limited] } },
    expect: {
      outcome: 'failed',
      code: 'service.rate-limited',
      variant: 'no-retry-after',
      step: 'call',
      httpStatus: 429,
    },
  },
  {
    id: 'token.service.rate-limited.no-retry-after.backend',
    title: '429 · Your backend sent too many requests',
    story: 'The service limits your backend, and the SDK throws Retry-After away.',
    route: 'backend',
    world: { faults: { 'client-secrets': [limitedFor30Seconds] } },
    expect: {
      outcome: 'failed',
      code: 'service.rate-limited',
      variant: 'no-retry-after',
      step: 'token',
      httpStatus: 429,
    },
  },
] as const satisfies ScenariosOf<'service.rate-limited'>;
