import { expect, test } from 'vitest';
import { defaultLimits, defaultSettings, type Settings } from '../core/session/settings.ts';
import type { AttemptEnd } from './attempt.ts';
import { createRetryPolicy } from './retryPolicy.ts';
import type { SessionPlan } from './sessionPlan.ts';

const half = () => 0.5;

function planOf(settings: Partial<Settings>, more: Partial<SessionPlan> = {}): SessionPlan {
  return {
    settings: { ...defaultSettings, ...settings },
    limits: defaultLimits('rest'),
    from: 'token',
    secrets: { apiKey: 'sk_orga_ai_x' },
    ...more,
  };
}

function refused(status: number, step: 'token' | 'call' = 'call', retryAfter?: number): AttemptEnd {
  const reading = { format: 'empty', answeredBy: 'unknown' } as const;
  return { how: 'failed', step, failure: { reason: 'http', status, reading }, retryAfter };
}

test('without retries a failure is the end', () => {
  expect(createRetryPolicy(planOf({}), half).after(refused(503))).toBeUndefined();
});

test('a 503 is retried as often as asked, each time later', () => {
  const policy = createRetryPolicy(planOf({ retries: 2 }), half);
  expect(policy.after(refused(503))).toEqual({ why: 'retry', from: 'token', delay: 375 });
  expect(policy.after(refused(503))).toEqual({ why: 'retry', from: 'token', delay: 750 });
  expect(policy.after(refused(503))).toBeUndefined();
});

test('Retry-After is waited out', () => {
  const policy = createRetryPolicy(planOf({ retries: 1 }), half);
  expect(policy.after(refused(503, 'call', 7))?.delay).toBe(7000);
});

test('a 422 is never retried', () => {
  expect(createRetryPolicy(planOf({ retries: 3 }), half).after(refused(422))).toBeUndefined();
});

test('a refused token is renewed once', () => {
  const policy = createRetryPolicy(planOf({ renewToken: true }), half);
  expect(policy.after(refused(401))).toEqual({ why: 'new-token', from: 'token', delay: 0 });
  expect(policy.after(refused(401))).toBeUndefined();
});

test('a refused API key is no reason for a new token', () => {
  const policy = createRetryPolicy(planOf({ renewToken: true }), half);
  expect(policy.after(refused(401, 'token'))).toBeUndefined();
});

test('a pasted token cannot be renewed', () => {
  const policy = createRetryPolicy(planOf({ renewToken: true }, { secrets: { token: 'pasted' } }), half);
  expect(policy.after(refused(401))).toBeUndefined();
});

test('a plan that goes again hangs up once', () => {
  const policy = createRetryPolicy(planOf({}, { faults: { again: 'offer' } }), half);
  expect(policy.hangsUp()).toBe(true);
  expect(policy.after({ how: 'hung-up' })).toEqual({ why: 'again', from: 'offer', delay: 0 });
  expect(policy.hangsUp()).toBe(false);
});

test('a remedy does not go again', () => {
  const attempt = { why: 'new-token', number: 3, delay: 0 } as const;
  const policy = createRetryPolicy(planOf({}, { faults: { again: 'offer' }, attempt }), half);
  expect(policy.hangsUp()).toBe(false);
});
